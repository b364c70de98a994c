package dev.pawl.agent.command;

import dev.pawl.agent.Agent;
import dev.pawl.agent.AgentAvailability;
import dev.pawl.agent.AgentListener;
import dev.pawl.agent.AgentResult;
import dev.pawl.agent.AgentRun;
import dev.pawl.agent.AgentSettings;
import dev.pawl.agent.program.ProgramRun;
import dev.pawl.agent.program.RunDirectory;
import dev.pawl.host.place.ToolPlaces;
import dev.pawl.host.process.ProcessSupervisor;
import dev.pawl.workflows.model.request.AgentSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Any program as an agent: prompt on standard input, workspace as working directory, plain text or JSON lines on
 * standard output. The contract is docs/command-agent.md.
 */
public final class CommandAgent implements Agent {
    private final AgentSettings settings;
    private final ProgramRun program;

    public CommandAgent(ProcessSupervisor supervisor, AgentSettings settings) {
        this.settings = settings;
        this.program = new ProgramRun(supervisor, settings, "the command");
    }

    @Override
    public String name() {
        return AgentSpec.COMMAND;
    }

    @Override
    public AgentResult run(AgentRun run, AgentListener listener) throws IOException, InterruptedException {
        return program.run(run, run.spec().command(), environment(run), listener, CommandOutput::new);
    }

    @Override
    public AgentAvailability probe() {
        return new AgentAvailability(name(), true, null, AgentAvailability.SignIn.UNKNOWN, "");
    }

    private Map<String, String> environment(AgentRun run) {
        RunDirectory directory = new RunDirectory(run.runDirectory());
        Map<String, String> environment = settings.allowed()
                .plus(run.spec().env())
                .build(settings.environment(), directory.home(), directory.temp());
        new ToolPlaces(settings.environment()).tools(run.workspace()).forEach(environment::putIfAbsent);
        environment.put("PAWL_TASK", run.taskId());
        environment.put("PAWL_SESSION", run.sessionId().toString());
        // Its home ends with the run; workers take in events from this place.
        Path spool = Path.of(System.getProperty("java.io.tmpdir"), "pawl-" + System.getProperty("user.name"), "spool");
        environment.put("PAWL_EVENTS_SPOOL", spool.toString());
        environment.put("PAWL_ITERATION", Integer.toString(run.iteration()));
        environment.put("PAWL_ATTEMPT", Integer.toString(run.attempt()));
        environment.put("PAWL_PROMPT_FILE", run.prompt().toString());
        environment.put("PAWL_TIME_SECONDS", Long.toString(run.time().toSeconds()));
        String model = run.spec().model();
        if (model != null) {
            environment.put("PAWL_MODEL", model);
        }
        if (run.turns() != null) {
            environment.put("PAWL_TURNS", run.turns().toString());
        }
        if (run.budgetUsd() != null) {
            environment.put("PAWL_BUDGET_USD", run.budgetUsd().toPlainString());
        }
        return environment;
    }
}
