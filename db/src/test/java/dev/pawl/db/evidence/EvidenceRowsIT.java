package dev.pawl.db.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pawl.db.NotFoundException;
import dev.pawl.db.check.CheckResultRow;
import dev.pawl.db.check.CheckResults;
import dev.pawl.db.decision.DecisionRow;
import dev.pawl.db.decision.Decisions;
import dev.pawl.db.decision.NewDecision;
import dev.pawl.db.interaction.InteractionRow;
import dev.pawl.db.interaction.Interactions;
import dev.pawl.db.iteration.IterationRow;
import dev.pawl.db.iteration.Iterations;
import dev.pawl.db.judgement.JudgeCall;
import dev.pawl.db.judgement.JudgeCalls;
import dev.pawl.db.judgement.JudgeTotals;
import dev.pawl.db.judgement.JudgementRow;
import dev.pawl.db.judgement.Judgements;
import dev.pawl.db.session.NewSession;
import dev.pawl.db.testing.Samples;
import dev.pawl.db.testing.TestDatabase;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

class EvidenceRowsIT {
    private static final TestDatabase DATABASE = TestDatabase.migrated();

    private final String task = Samples.taskId();

    @BeforeEach
    void register() {
        DATABASE.repositories().tasks().register(Samples.task(task));
    }

    @Test
    void anIterationIsStoredStepByStepAndEachStepMayBeRepeated() {
        Iterations iterations = DATABASE.repositories().iterations();
        for (int i = 0; i < 2; i++) {
            iterations.begin(task, 1, Samples.HASH, null);
            iterations.begin(task, 2, Samples.OTHER_HASH, Samples.HASH);
            iterations.assessed(task, 2, "snap", "tree", 1, 2, 3, Samples.HASH, "{\"checks\": []}");
            iterations.scored(task, 2, 0.75);
            iterations.decided(task, 2, "accept");
        }

        assertThat(iterations.list(task)).extracting(IterationRow::number).containsExactly(1, 2);
        IterationRow second = iterations.list(task).getLast();
        assertThat(second.feedbackRef()).isEqualTo(Samples.HASH);
        assertThat(second.evidence()).isEqualTo("{\"checks\": []}");
        assertThat(second.score()).isEqualTo(0.75);
        assertThat(second.decision()).isEqualTo("accept");
        assertThat(second.decidedAt()).isNotNull();
        assertThat(iterations.list(task).getFirst().assessedAt()).isNull();
    }

    @Test
    void anIterationThatWasNotBegunIsAFault() {
        Iterations iterations = DATABASE.repositories().iterations();

        assertThatThrownBy(() -> iterations.decided(task, 7, "accept")).isInstanceOf(NotFoundException.class);
        iterations.begin(task, 1, Samples.HASH, null);
        assertThatThrownBy(() -> iterations.decided(task, 1, "maybe"))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> iterations.scored(task, 1, 1.5)).isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void promptAndReplyAreStoredOncePerSession() {
        NewSession session = Samples.session(task);
        DATABASE.repositories().sessions().open(session);
        Interactions interactions = DATABASE.repositories().interactions();
        for (int i = 0; i < 2; i++) {
            interactions.store(session.id(), task, 1, "prompt", Samples.HASH);
            interactions.store(session.id(), task, 1, "reply", Samples.OTHER_HASH);
        }

        assertThat(interactions.list(task)).extracting(InteractionRow::kind).containsExactly("prompt", "reply");
        assertThatThrownBy(() -> interactions.store(session.id(), task, 1, "thought", Samples.HASH))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> interactions.store(Samples.session(task).id(), task, 1, "prompt", Samples.HASH))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void checkResultsOfAnIterationAreReplacedAsAWhole() {
        CheckResults checks = DATABASE.repositories().checkResults();
        CheckResultRow lint = check("lint", "passed");
        CheckResultRow tests = check("tests", "failed");
        checks.store(task, 0, List.of(tests));
        checks.store(task, 1, List.of(tests, check("gone", "flaky")));
        for (int i = 0; i < 2; i++) {
            checks.store(task, 1, List.of(lint, tests));
        }

        assertThat(checks.list(task)).isEqualTo(Map.of(0, List.of(tests), 1, List.of(lint, tests)));
        assertThat(checks.list(task, 2)).isEmpty();
        assertThatThrownBy(() -> checks.store(task, 1, List.of(check("tests", "green"))))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(checks.list(task, 1)).containsExactly(lint, tests);
    }

    @Test
    void aVerdictIsStoredOnceAndMayLackAScore() {
        Judgements judgements = DATABASE.repositories().judgements();
        JudgementRow verdict = new JudgementRow(
                new JudgementRow.Key(task, 1),
                "claude-code",
                0.5,
                List.of("no docs"),
                "Which?",
                1,
                2,
                3,
                4,
                new BigDecimal("0.01"),
                1);
        JudgementRow absent =
                new JudgementRow(new JudgementRow.Key(task, 2), "command", null, List.of(), null, 0, 0, 0, 0, null, 0);
        for (int i = 0; i < 2; i++) {
            judgements.store(verdict);
            judgements.store(absent);
        }

        assertThat(judgements.list(task)).containsExactly(verdict, absent);
        assertThat(judgements.find(task, 2)).contains(absent);
        assertThat(judgements.find(task, 3)).isEmpty();
    }

    @Test
    void textsOfTestsAndJudgesMayContainNul() {
        CheckResultRow check = new CheckResultRow(
                "tests\0", "failed", 1, false, 3, List.of("a\0b"), List.of("a\0b"), "out\0put", null, 12);
        CheckResults checks = DATABASE.repositories().checkResults();
        Judgements judgements = DATABASE.repositories().judgements();
        for (int i = 0; i < 2; i++) {
            checks.store(task, 1, List.of(check));
            judgements.store(new JudgementRow(
                    new JudgementRow.Key(task, 1), "j\0", null, List.of("no\0docs"), "Which\0?", 0, 0, 0, 0, null, 0));
        }

        assertThat(checks.list(task, 1))
                .containsExactly(new CheckResultRow(
                        "tests\uFFFD",
                        "failed",
                        1,
                        false,
                        3,
                        List.of("a\uFFFDb"),
                        List.of("a\uFFFDb"),
                        "out\uFFFDput",
                        null,
                        12));
        JudgementRow verdict = judgements.find(task, 1).orElseThrow();
        assertThat(List.of(verdict.judge(), verdict.issues(), String.valueOf(verdict.question())))
                .isEqualTo(List.of("j\uFFFD", List.of("no\uFFFDdocs"), "Which\uFFFD?"));
    }

    @Test
    void theCostOfJudgesIsTheExactSumAndACallCountsOnce() {
        JudgeCalls calls = DATABASE.repositories().judgeCalls();
        JudgeCall priced = new JudgeCall(
                UUID.randomUUID(),
                task,
                1,
                "claude-code",
                1,
                2,
                3,
                4,
                new BigDecimal("0.01"),
                1,
                new BigDecimal("0.01"));
        JudgeCall unpriced = new JudgeCall(UUID.randomUUID(), task, 1, "command", 10, 20, 30, 40, null, 2, null);
        assertThat(calls.totals(task)).isEqualTo(new JudgeTotals(0, 0, 0, 0, 0, null, 0, null, 0));
        for (int i = 0; i < 2; i++) {
            calls.store(priced);
            calls.store(unpriced);
        }

        JudgeTotals totals = calls.totals(task);
        assertThat(totals).isEqualTo(new JudgeTotals(2, 11, 22, 33, 44, totals.costUsd(), 3, totals.estimatedUsd(), 1));
        assertThat(totals.costUsd()).isEqualByComparingTo("0.01");
        assertThat(totals.estimatedUsd()).isEqualByComparingTo("0.01");
    }

    @Test
    void everyDecisionOfATaskKeepsItsNumberAndItsInputs() {
        Decisions decisions = DATABASE.repositories().decisions();
        for (int i = 0; i < 2; i++) {
            OptionalInt first = decisions.store(decision("run-1/1", "policy", "park"));
            OptionalInt second = decisions.store(decision("run-1/2", "policy", "escalate"));
            OptionalInt third = decisions.store(decision("question/1", "ann", "accept"));
            assertThat(List.of(first, second, third))
                    .isEqualTo(
                            i == 0
                                    ? List.of(OptionalInt.of(1), OptionalInt.of(2), OptionalInt.of(3))
                                    : Collections.nCopies(3, OptionalInt.empty()));
        }

        assertThat(decisions.list(task)).extracting(DecisionRow::number).containsExactly(1, 2, 3);
        assertThat(decisions.list(task)).extracting(DecisionRow::type).containsExactly("park", "escalate", "accept");
        DecisionRow policy = decisions.find(task, "run-1/2").orElseThrow();
        assertThat(policy.inputs()).isEqualTo("{ \"iteration\": 1 }");
        assertThat(policy.decided()).isEqualTo("{ }");
        assertThat(policy.reasons()).containsExactly("first", "second");
        assertThat(policy.costUsd()).isEqualByComparingTo("1.25");
        assertThatThrownBy(() -> decisions.store(decision("run-1/3", "policy", "shrug")))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private static CheckResultRow check(String name, String state) {
        return new CheckResultRow(
                name, state, 1, false, 3, List.of("a", "b\"{,}"), List.of("a"), "output", Samples.HASH, 12);
    }

    private NewDecision decision(String round, String by, String type) {
        return new NewDecision(
                task,
                round,
                1,
                by,
                type,
                List.of("first", "second"),
                "1",
                "{ \"iteration\": 1 }",
                "{ }",
                0.6,
                Samples.HASH,
                new BigDecimal("1.25"));
    }
}
