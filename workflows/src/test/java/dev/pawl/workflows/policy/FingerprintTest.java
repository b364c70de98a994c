package dev.pawl.workflows.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.workflows.model.evidence.CheckEvidence;
import dev.pawl.workflows.model.evidence.CheckState;
import dev.pawl.workflows.model.evidence.DiffSummary;
import dev.pawl.workflows.model.evidence.Evidence;
import dev.pawl.workflows.model.evidence.FileEvidence;
import dev.pawl.workflows.model.evidence.Judgement;
import dev.pawl.workflows.model.evidence.Usage;
import dev.pawl.workflows.model.request.Limits;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Two situations have the same fingerprint if and only if the feedback for an agent is the same. */
class FingerprintTest {
    @Test
    void partsAreNeverConfused() {
        assertThat(Fingerprint.of(red("unit", List.of("a, b"), 1)))
                .isNotEqualTo(Fingerprint.of(red("unit", List.of("a", "b"), 1)));
        assertThat(Fingerprint.of(judged("slow, unclear"))).isNotEqualTo(Fingerprint.of(judged("slow", "unclear")));
    }

    @Test
    void differencesBetweenRunsDoNotCount() {
        assertThat(Fingerprint.of(red("unit", List.of("a"), 1)))
                .isEqualTo(Fingerprint.of(red("unit", List.of("a"), 99)));
    }

    @Test
    void itIsTheSameInEveryJvmAndVersion() {
        assertThat(Fingerprint.of(red("unit", List.of("a"), 1)))
                .isEqualTo("31d1cf441987441de3b98b0bb1c1fa63386d2103a5cad65dedaca31c3bbbf1af");
    }

    @Test
    void itIsEmptyWithoutFeedback() {
        assertThat(Fingerprint.of(judged())).isEmpty();
    }

    private static PolicyInput red(String name, List<String> failures, long millis) {
        CheckEvidence check = new CheckEvidence(
                name, CheckState.FAILED, 1, false, 3, failures, List.of(), "at " + millis, null, millis);
        Evidence evidence = new Evidence(
                "commit" + millis,
                "tree",
                new DiffSummary(1, 12, 0, true, null),
                List.of(new FileEvidence("calculator.py", true, false, true)),
                List.of(check),
                List.of(),
                false);
        return input(evidence, null);
    }

    private static PolicyInput judged(String... issues) {
        return input(null, new Judgement(0.5, List.of(issues), null, "judge", Usage.NONE));
    }

    private static PolicyInput input(@Nullable Evidence evidence, @Nullable Judgement judgement) {
        return PolicyInput.builder(1, Limits.DEFAULT)
                .evidence(evidence)
                .judgement(judgement)
                .build();
    }
}
