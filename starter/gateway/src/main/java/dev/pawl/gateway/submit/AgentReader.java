package dev.pawl.gateway.submit;

import dev.pawl.api.client.AgentRules;
import dev.pawl.api.client.Words;
import dev.pawl.api.v1.AgentSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the agent of a task. */
final class AgentReader {
    private static final int MAX_COMMAND = 8192;
    private static final int MAX_MODEL = 200;
    private static final dev.pawl.workflows.model.request.AgentSpec STAND_IN =
            dev.pawl.workflows.model.request.AgentSpec.command(List.of("true"));

    private final Violations violations;

    AgentReader(Violations violations) {
        this.violations = violations;
    }

    dev.pawl.workflows.model.request.AgentSpec read(AgentSpec agent, String path) {
        Texts.check(path + ".command", agent.getCommandList(), MAX_COMMAND, violations);
        for (int i = 0; i < agent.getCommandCount(); i++) {
            if (agent.getCommand(i).startsWith("~/")) {
                violations.add("%s.command[%d]".formatted(path, i), "'~' is not expanded; write the full path");
            }
        }
        @Nullable
        String model = agent.hasModel() ? Texts.check(path + ".model", agent.getModel(), MAX_MODEL, violations) : null;
        AgentRules.againstArgs(agent.getName(), agent.getArgsList())
                .ifPresent(reason -> violations.add(path + ".args", reason));
        for (int i = 0; i < agent.getEnvCount(); i++) {
            String field = "%s.env[%d]".formatted(path, i);
            AgentRules.againstVariable(agent.getEnv(i)).ifPresent(reason -> violations.add(field, reason));
        }
        return violations.made(
                path,
                STAND_IN,
                () -> new dev.pawl.workflows.model.request.AgentSpec(
                        agent.getName(),
                        model,
                        agent.getCommandList(),
                        agent.getContinue(),
                        agent.getArgsList(),
                        agent.getEnvList(),
                        agent.hasAlias() ? agent.getAlias() : null,
                        agent.getInheritList().stream()
                                .map(part -> dev.pawl.workflows.model.request.AgentSpec.Inherited.of(Words.of(part)))
                                .toList()));
    }
}
