package dev.pawl.gateway.submit;

import dev.pawl.api.v1.JudgeSpec;
import dev.pawl.api.v1.TaskSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the judge of a task. */
final class JudgeReader {
    private static final double ACCEPT = dev.pawl.workflows.model.JudgeSpec.DEFAULT_ACCEPT;
    private static final double CLARIFY = dev.pawl.workflows.model.JudgeSpec.DEFAULT_CLARIFY;
    private static final dev.pawl.workflows.model.JudgeSpec STAND_IN =
            new dev.pawl.workflows.model.JudgeSpec("good", "command", null, List.of(), ACCEPT, CLARIFY);
    private final JudgeSpec judge;
    private final String agent;
    private final String path;
    private final Violations violations;

    JudgeReader(TaskSpec spec, String path, Violations violations) {
        this.judge = spec.getJudge();
        this.agent = judge.getAgent().isEmpty() ? spec.getAgent().getName() : judge.getAgent();
        this.path = path;
        this.violations = violations;
    }

    dev.pawl.workflows.model.JudgeSpec read() {
        String rubric =
                violations.tried(path + ".rubric", judge.getRubric(), STAND_IN.rubric(), text -> with(text, 1, 0));
        double accept = violations.tried(path + ".accept", accept(), 1.0, value -> with(STAND_IN.rubric(), value, 0));
        double clarify = violations.tried(
                path + ".clarify", clarify(accept), 0.0, value -> with(STAND_IN.rubric(), accept, value));
        @Nullable String model = judge.hasModel() ? judge.getModel() : null;
        return violations.made(
                path,
                STAND_IN,
                () -> new dev.pawl.workflows.model.JudgeSpec(
                        rubric, agent, model, judge.getCommandList(), accept, clarify));
    }

    private double accept() {
        return judge.hasAccept() ? judge.getAccept() : ACCEPT;
    }

    private double clarify(double accept) {
        return judge.hasClarify() ? judge.getClarify() : Math.min(CLARIFY, accept);
    }

    private static void with(String rubric, double accept, double clarify) {
        var unused = new dev.pawl.workflows.model.JudgeSpec(rubric, "command", null, List.of(), accept, clarify);
    }
}
