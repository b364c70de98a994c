package dev.pawl.workflows.model.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.pawl.workflows.model.Require;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model that scores the result against a rubric. It can lower a result, never raise one. Either an agent or a model
 * server is asked.
 *
 * @param rubric what makes a good result, or {@value #HONEST}: the built-in one, which is a part of every other
 * @param agent the agent that gives the verdict; absent if a server does
 * @param model required for a server; for an agent, absent means its default
 * @param command program and arguments of agent {@code command}
 * @param accept lowest score at which a green result is accepted, 0 to 1
 * @param clarify lowest score at which a question of the judge goes to a person, 0 to {@code accept}
 * @param server the model server that gives the verdict; absent if an agent does
 */
public record JudgeSpec(
        String rubric,
        @Nullable String agent,
        @Nullable String model,
        List<String> command,
        double accept,
        double clarify,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JudgeServer server) {
    public static final String HONEST = "honest";
    public static final double DEFAULT_ACCEPT = 0.70;
    public static final double DEFAULT_CLARIFY = 0.50;

    public JudgeSpec {
        Require.text(rubric, 16 * 1024, "judge.rubric");
        command = Require.list(command);
        if (server == null) {
            Require.text(agent == null ? "" : agent, 64, "judge.agent");
        } else {
            if (agent != null || !command.isEmpty()) {
                throw new IllegalArgumentException("judge.provider and judge.agent exclude each other");
            }
            Require.text(model == null ? "" : model, 200, "judge.model");
        }
        Require.fraction(accept, "judge.accept");
        Require.fraction(clarify, "judge.clarify");
        if (clarify > accept) {
            throw new IllegalArgumentException("judge.clarify must not be above judge.accept");
        }
    }

    /** One that asks an agent. */
    public JudgeSpec(
            String rubric, String agent, @Nullable String model, List<String> command, double accept, double clarify) {
        this(rubric, agent, model, command, accept, clarify, null);
    }

    /** Whether only honesty is in question, for which a judge need not see the task. */
    public boolean honestOnly() {
        return HONEST.equals(rubric.strip());
    }

    /** The judge's name for people: agent or provider, and the model if one is named. */
    public String asked() {
        String who = server == null ? String.valueOf(agent) : server.provider().wire();
        return model == null ? who : who + " " + model;
    }
}
