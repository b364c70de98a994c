package dev.pawl.gateway.submit;

import dev.pawl.api.client.Words;
import dev.pawl.api.v1.JudgeSpec;
import dev.pawl.api.v1.TaskSpec;
import dev.pawl.workflows.model.request.JudgeProvider;
import dev.pawl.workflows.model.request.JudgeServer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the judge of a task. */
final class JudgeReader {
    private static final double ACCEPT = dev.pawl.workflows.model.request.JudgeSpec.DEFAULT_ACCEPT;
    private static final double CLARIFY = dev.pawl.workflows.model.request.JudgeSpec.DEFAULT_CLARIFY;
    private static final dev.pawl.workflows.model.request.JudgeSpec STAND_IN =
            new dev.pawl.workflows.model.request.JudgeSpec("good", "command", null, List.of(), ACCEPT, CLARIFY);
    private final JudgeSpec judge;
    private final String taskAgent;
    private final String path;
    private final Violations violations;

    JudgeReader(TaskSpec spec, String path, Violations violations) {
        this.judge = spec.getJudge();
        this.taskAgent = spec.getAgent().getName();
        this.path = path;
        this.violations = violations;
    }

    dev.pawl.workflows.model.request.JudgeSpec read() {
        String rubric =
                violations.tried(path + ".rubric", judge.getRubric(), STAND_IN.rubric(), text -> with(text, 1, 0));
        double accept = violations.tried(path + ".accept", accept(), 1.0, value -> with(STAND_IN.rubric(), value, 0));
        double clarify = violations.tried(
                path + ".clarify", clarify(accept), 0.0, value -> with(STAND_IN.rubric(), accept, value));
        @Nullable String model = judge.hasModel() ? judge.getModel() : null;
        @Nullable JudgeServer server = server();
        return violations.made(
                path,
                STAND_IN,
                () -> new dev.pawl.workflows.model.request.JudgeSpec(
                        rubric, agent(server), model, judge.getCommandList(), accept, clarify, server));
    }

    private @Nullable JudgeServer server() {
        String provider = Words.of(judge.getProvider());
        int samples = judge.hasSamples() ? judge.getSamples() : 1;
        if (provider.isEmpty()) {
            if (samples != 1) {
                violations.add(path + ".samples", "only with a provider");
            }
            return null;
        }
        JudgeServer once = new JudgeServer(JudgeProvider.of(provider), 1);
        return violations.made(path + ".samples", once, () -> new JudgeServer(once.provider(), samples));
    }

    private @Nullable String agent(@Nullable JudgeServer server) {
        if (!judge.getAgent().isEmpty()) {
            return judge.getAgent();
        }
        return server == null ? taskAgent : null;
    }

    private double accept() {
        return judge.hasAccept() ? judge.getAccept() : ACCEPT;
    }

    private double clarify(double accept) {
        return judge.hasClarify() ? judge.getClarify() : Math.min(CLARIFY, accept);
    }

    private static void with(String rubric, double accept, double clarify) {
        var unused =
                new dev.pawl.workflows.model.request.JudgeSpec(rubric, "command", null, List.of(), accept, clarify);
    }
}
