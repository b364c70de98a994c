package dev.pawl.gateway.submit;

import dev.pawl.api.client.Words;
import dev.pawl.api.v1.BreakpointMoment;
import dev.pawl.api.v1.CheckSpec;
import dev.pawl.api.v1.DeliverMode;
import dev.pawl.api.v1.TaskSpec;
import dev.pawl.workflows.model.breakpoint.Breakpoint;
import dev.pawl.workflows.model.request.Limits;
import java.util.ArrayList;
import java.util.List;

/** Reads the breakpoints of a task. */
final class BreakpointsReader {
    private static final Breakpoint STAND_IN =
            new Breakpoint.At(dev.pawl.workflows.model.breakpoint.BreakpointMoment.BEFORE_ACCEPT);

    private final TaskSpec spec;
    private final Limits limits;
    private final String path;
    private final Violations violations;

    /** @param limits of the task */
    BreakpointsReader(TaskSpec spec, Limits limits, String path, Violations violations) {
        this.spec = spec;
        this.limits = limits;
        this.path = path;
        this.violations = violations;
    }

    // The stand-in for an invalid one is compared by identity: a valid one may be equal.
    @SuppressWarnings("ReferenceEquality")
    List<Breakpoint> read() {
        List<Breakpoint> read = new ArrayList<>();
        for (int i = 0; i < spec.getBreakpointsCount(); i++) {
            String each = "%s[%d]".formatted(path, i);
            dev.pawl.api.v1.Breakpoint sent = spec.getBreakpoints(i);
            Breakpoint breakpoint = violations.made(each, STAND_IN, () -> read(sent, each));
            if (read.contains(breakpoint) && breakpoint != STAND_IN) {
                violations.add(each, "is given twice");
            }
            read.add(breakpoint);
        }
        return read;
    }

    /** @throws IllegalArgumentException if the value is not allowed */
    private Breakpoint read(dev.pawl.api.v1.Breakpoint sent, String each) {
        return switch (sent.getWhenCase()) {
            case MOMENT -> moment(sent.getMoment());
            case CHECK_FAILED -> check(sent.getCheckFailed());
            case SCORE_BELOW -> new Breakpoint.ScoreBelow(sent.getScoreBelow());
            case COST_ABOVE_USD -> new Breakpoint.CostAbove(Amounts.dollars(sent.getCostAboveUsd()));
            case ITERATIONS_OVER -> iterations(sent.getIterationsOver());
            case FILES_MATCHING ->
                new Breakpoint.FilesMatching(Paths.check(
                        each + ".files_matching.globs", sent.getFilesMatching().getGlobsList(), violations));
            case DIFF_OVER -> new Breakpoint.DiffOver(sent.getDiffOver());
            case WHEN_NOT_SET -> throw new IllegalArgumentException("names no moment and no condition");
        };
    }

    private Breakpoint moment(BreakpointMoment sent) {
        String word = Words.of(sent);
        if (word.isEmpty()) {
            throw new IllegalArgumentException("allowed: " + Words.all(BreakpointMoment.class));
        }
        if (sent == BreakpointMoment.BREAKPOINT_MOMENT_BEFORE_DELIVER && !delivers()) {
            throw new IllegalArgumentException("before_deliver is never reached, since the task delivers nothing");
        }
        return new Breakpoint.At(dev.pawl.workflows.model.breakpoint.BreakpointMoment.of(word));
    }

    private Breakpoint iterations(int most) {
        if (most >= limits.iterations()) {
            throw new IllegalArgumentException(
                    "iterations_over: %d is never reached, since the task has at most %d iterations"
                            .formatted(most, limits.iterations()));
        }
        return new Breakpoint.IterationsOver(most);
    }

    private boolean delivers() {
        return spec.getDeliver() == DeliverMode.DELIVER_MODE_APPLY
                || spec.getDeliver() == DeliverMode.DELIVER_MODE_BRANCH;
    }

    private Breakpoint check(String name) {
        List<String> names =
                spec.getChecksList().stream().map(CheckSpec::getName).toList();
        if (!names.contains(name)) {
            throw new IllegalArgumentException("no check is named '%s', known: %s".formatted(name, names));
        }
        return new Breakpoint.CheckFailed(name);
    }
}
