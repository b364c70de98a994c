package dev.pawl.workflows.policy;

import static dev.pawl.workflows.model.Samples.green;
import static dev.pawl.workflows.model.Samples.iterations;
import static dev.pawl.workflows.model.Samples.red;
import static dev.pawl.workflows.model.Samples.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pawl.workflows.model.Samples;
import dev.pawl.workflows.model.breakpoint.Breakpoint;
import dev.pawl.workflows.model.breakpoint.BreakpointMoment;
import dev.pawl.workflows.model.evidence.DiffSummary;
import dev.pawl.workflows.model.evidence.Ending;
import dev.pawl.workflows.model.evidence.Evidence;
import dev.pawl.workflows.model.evidence.WatchedPath;
import dev.pawl.workflows.model.outcome.Cause;
import dev.pawl.workflows.model.outcome.Decision;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each breakpoint is reached if its moment comes or its condition holds, and otherwise not. */
class BreakpointsTest {
    private static final Breakpoint BEFORE_ACCEPT = new Breakpoint.At(BreakpointMoment.BEFORE_ACCEPT);
    private static final Breakpoint BEFORE_DELIVER = new Breakpoint.At(BreakpointMoment.BEFORE_DELIVER);
    private static final Breakpoint AFTER_ITERATION = new Breakpoint.At(BreakpointMoment.AFTER_ITERATION);
    private static final Breakpoint ON_RED_CHECK = new Breakpoint.At(BreakpointMoment.ON_RED_CHECK);
    private static final Breakpoint SCORE = new Breakpoint.ScoreBelow(0.8);
    private static final Breakpoint COST = new Breakpoint.CostAbove(new BigDecimal("2.00"));
    private static final Breakpoint ITERATIONS = new Breakpoint.IterationsOver(3);
    private static final Breakpoint FILES = new Breakpoint.FilesMatching(List.of("db/**", "*.sql"));
    private static final Breakpoint DIFF = new Breakpoint.DiffOver(12);

    /** @param says what the reason contains; null if it is not reached */
    record Case(
            Breakpoint breakpoint, Situation in, @Nullable String says) {
        @Override
        public String toString() {
            return breakpoint.text() + ", " + in + (says == null ? ": not reached" : ": " + says);
        }
    }

    record Situation(String name, Evidence evidence, int iteration, PolicyInput.Spent spent) {
        Situation(String name, Evidence evidence) {
            this(name, evidence, 1, PolicyInput.Spent.NOTHING);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Case> cases() {
        Situation green = new Situation("green", green("t1"));
        Situation red = new Situation("red", red("t1"));
        return List.of(
                new Case(BEFORE_ACCEPT, green, "breakpoint before-accept"),
                new Case(BEFORE_ACCEPT, red, null),
                new Case(BEFORE_DELIVER, green, null),
                new Case(AFTER_ITERATION, red, "breakpoint after-iteration"),
                new Case(AFTER_ITERATION, green, null),
                new Case(ON_RED_CHECK, red, "breakpoint on-red-check"),
                new Case(ON_RED_CHECK, green, null),
                new Case(new Breakpoint.CheckFailed("unit"), red, "breakpoint check-failed: unit (failed)"),
                new Case(new Breakpoint.CheckFailed("unit"), green, null),
                new Case(new Breakpoint.CheckFailed("lint"), red, null),
                new Case(SCORE, red, "breakpoint score-below: 0.8 (the score is 0.50)"),
                new Case(SCORE, green, null),
                new Case(COST, spent(red, "2.01"), "breakpoint cost-above: 2.00 ($2.01 so far)"),
                new Case(COST, spent(red, "2.00"), null),
                new Case(COST, spent(green, "2.01"), null),
                new Case(ITERATIONS, after(3, red), "breakpoint iterations-over: 3 (iteration 4 would be next)"),
                new Case(ITERATIONS, after(2, red), null),
                new Case(ITERATIONS, after(3, green), null),
                new Case(FILES, changed(green, 12, "db/1.sql"), "files-matching: db/**, *.sql (db/1.sql)"),
                new Case(FILES, changed(red, 12, "db/1.sql"), "files-matching: db/**, *.sql (db/1.sql)"),
                new Case(FILES, green, null),
                new Case(DIFF, changed(green, 13), "breakpoint diff-over: 12 lines (the diff has 13)"),
                new Case(DIFF, changed(green, 12), null));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aBreakpointIsReachedOnlyIfItHoldsAndTheDecisionSaysWhy(Case each) {
        Decision decision = decide(each.in, List.of(each.breakpoint), PolicyInput.History.NONE, true);

        if (each.says == null) {
            assertThat(decision).isNotInstanceOf(Decision.Escalate.class);
        } else {
            assertThat(decision).isInstanceOfSatisfying(Decision.Escalate.class, escalate -> {
                assertThat(escalate.breakpoints()).containsExactly(each.breakpoint);
                assertThat(escalate.reasons().getFirst()).contains(each.says);
            });
        }
    }

    @Test
    void aConditionAsksOnceBeforeAnotherIterationButAlwaysBeforeAcceptance() {
        Situation red = changed(new Situation("red", red("t1")), 500, "db/1.sql");
        List<Breakpoint> all = List.of(SCORE, FILES, DIFF);
        Decision.Escalate first = (Decision.Escalate) decide(red, all, PolicyInput.History.NONE, true);
        PolicyInput.History asked = PolicyInput.History.NONE.passing(first.breakpoints());

        assertThat(decide(red, all, asked, true)).isInstanceOf(Decision.Retry.class);
        Situation green = changed(new Situation("green", green("t2")), 500, "db/1.sql");
        assertThat(decide(green, all, asked, true))
                .isInstanceOfSatisfying(
                        Decision.Escalate.class,
                        escalate -> assertThat(escalate.breakpoints()).containsExactly(FILES, DIFF));
    }

    @Test
    void whatAPersonAllowedIsKeptWhenATaskStartsAgain() {
        PolicyInput.History asked = PolicyInput.History.NONE.passing(List.of(SCORE, ON_RED_CHECK));

        assertThat(asked.startingAgain().passed()).containsExactly(SCORE);
    }

    @Test
    void anUnattendedTaskEndsAtABreakpointAndNamesIt() {
        Situation large = changed(new Situation("green", green("t1")), 13);

        assertThat(decide(large, List.of(DIFF), PolicyInput.History.NONE, false))
                .isInstanceOfSatisfying(Decision.Abort.class, abort -> {
                    assertThat(abort.cause()).isEqualTo(Cause.NEEDS_PERSON);
                    assertThat(abort.reasons()).anyMatch(reason -> reason.contains("diff-over: 12 lines"));
                });
    }

    @Test
    void aBreakpointThatCanNeverBeReachedIsRefused() {
        assertThatThrownBy(() -> Samples.request().toBuilder()
                        .breakpoints(List.of(new Breakpoint.CheckFailed("unti")))
                        .build())
                .hasMessageContaining("'unti'")
                .hasMessageContaining("unit");
        assertThatThrownBy(() -> new Breakpoint.ScoreBelow(0)).hasMessageContaining("score-below");
        assertThatThrownBy(() -> new Breakpoint.ScoreBelow(1.1)).hasMessageContaining("score-below");
        assertThatThrownBy(() -> new Breakpoint.CostAbove(BigDecimal.ZERO)).hasMessageContaining("cost-above");
        assertThatThrownBy(() -> new Breakpoint.IterationsOver(0)).hasMessageContaining("iterations-over");
        assertThatThrownBy(() -> new Breakpoint.FilesMatching(List.of())).hasMessageContaining("files-matching");
        assertThatThrownBy(() -> new Breakpoint.DiffOver(0)).hasMessageContaining("diff-over");
    }

    private static Decision decide(
            Situation in, List<Breakpoint> breakpoints, PolicyInput.History history, boolean interactive) {
        return DecisionPolicy.decide(PolicyInput.builder(in.iteration, iterations(9))
                .report(report(Ending.FINISHED))
                .evidence(in.evidence)
                .breakpoints(breakpoints)
                .interactive(interactive)
                .spent(in.spent)
                .history(history)
                .build());
    }

    private static Situation spent(Situation in, String usd) {
        PolicyInput.Spent spent = new PolicyInput.Spent(new BigDecimal(usd), 1, 1, null, 0);
        return new Situation(in.name + ", $" + usd, in.evidence, in.iteration, spent);
    }

    private static Situation after(int iteration, Situation in) {
        return new Situation(in.name + ", iteration " + iteration, in.evidence, iteration, in.spent);
    }

    private static Situation changed(Situation in, int lines, String... paths) {
        Evidence old = in.evidence;
        Evidence evidence = new Evidence(
                old.snapshot(),
                old.tree(),
                new DiffSummary(1, lines - 1, 1, true, null),
                old.files(),
                old.checks(),
                old.findings(),
                old.verified(),
                old.proof(),
                List.of(paths).stream()
                        .map(path -> new WatchedPath("db/**", path))
                        .toList());
        return new Situation(in.name + ", " + lines + " lines", evidence, in.iteration, in.spent);
    }
}
