package dev.pawl.workflows.model.breakpoint;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.pawl.workflows.model.Require;
import java.math.BigDecimal;
import java.util.List;

/**
 * When a task stops for a person: at a moment, or if a condition holds after an iteration. A condition asks once before
 * another iteration, and each time before a result is accepted.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Breakpoint.At.class, name = "at"),
    @JsonSubTypes.Type(value = Breakpoint.CheckFailed.class, name = "check_failed"),
    @JsonSubTypes.Type(value = Breakpoint.ScoreBelow.class, name = "score_below"),
    @JsonSubTypes.Type(value = Breakpoint.CostAbove.class, name = "cost_above"),
    @JsonSubTypes.Type(value = Breakpoint.IterationsOver.class, name = "iterations_over"),
    @JsonSubTypes.Type(value = Breakpoint.FilesMatching.class, name = "files_matching"),
    @JsonSubTypes.Type(value = Breakpoint.DiffOver.class, name = "diff_over")
})
public sealed interface Breakpoint {
    /** As in a task file, for people: {@code before-accept}, {@code score-below: 0.8}. */
    String text();

    record At(BreakpointMoment moment) implements Breakpoint {
        @Override
        public String text() {
            return moment.wire().replace('_', '-');
        }
    }

    /**
     * A check is red.
     *
     * @param check the name of one of the task's checks
     */
    record CheckFailed(String check) implements Breakpoint {
        public CheckFailed {
            Require.text(check, 200, "check-failed");
        }

        @Override
        public String text() {
            return "check-failed: " + check;
        }
    }

    /** @param score above 0, at most 1 */
    record ScoreBelow(double score) implements Breakpoint {
        public ScoreBelow {
            Require.fraction(score, "score-below");
            if (score == 0) {
                throw new IllegalArgumentException("score-below must be more than 0");
            }
        }

        @Override
        public String text() {
            return "score-below: " + score;
        }
    }

    /**
     * The known cost is above this, before another iteration.
     *
     * @param usd US dollars, more than zero
     */
    record CostAbove(BigDecimal usd) implements Breakpoint {
        public CostAbove {
            Require.positiveOrAbsent(usd, "cost-above");
        }

        @Override
        public String text() {
            return "cost-above: " + usd.toPlainString();
        }
    }

    /**
     * More iterations than these are needed.
     *
     * @param iterations 1 to 1000
     */
    record IterationsOver(int iterations) implements Breakpoint {
        public IterationsOver {
            Require.range(iterations, 1, 1000, "iterations-over");
        }

        @Override
        public String text() {
            return "iterations-over: " + iterations;
        }
    }

    /**
     * A path that matches was changed.
     *
     * @param globs relative to the workspace, as in {@code owns}; 1 to {@value #MAX_GLOBS}
     */
    record FilesMatching(List<String> globs) implements Breakpoint {
        public static final int MAX_GLOBS = 100;

        public FilesMatching {
            globs = Require.list(globs);
            Require.range(globs.size(), 1, MAX_GLOBS, "the number of globs of files-matching");
        }

        @Override
        public String text() {
            return "files-matching: " + String.join(", ", globs);
        }
    }

    /**
     * More lines were added and removed than these.
     *
     * @param lines 1 to 1,000,000
     */
    record DiffOver(int lines) implements Breakpoint {
        public DiffOver {
            Require.range(lines, 1, 1_000_000, "diff-over");
        }

        @Override
        public String text() {
            return "diff-over: %d lines".formatted(lines);
        }
    }
}
