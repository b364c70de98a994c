package dev.pawl.workflows.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pawl.workflows.activity.task.ComposePrompt;
import dev.pawl.workflows.model.ContentRef;
import dev.pawl.workflows.model.FailureTypes;
import dev.pawl.workflows.model.Samples;
import dev.pawl.workflows.model.evidence.CheckEvidence;
import dev.pawl.workflows.model.evidence.CheckState;
import dev.pawl.workflows.model.evidence.DiffSummary;
import dev.pawl.workflows.model.evidence.Evidence;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.failure.ApplicationFailure;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Histories hold small values and references to large ones. */
class PayloadsInHistoryTest {
    private final MemoryClaims claims = new MemoryClaims();
    private final DataConverter converter = PawlDataConverter.create(claims);

    @Test
    void evidenceOfThousandsOfChecksIsReferredToAndReadBackEqual() {
        Evidence evidence = evidence(5_000);
        Payload payload = converter.toPayload(evidence).orElseThrow();

        assertThat(payload.getData().size()).isLessThan(300);
        assertThat(payload.getData().toStringUtf8()).contains("\"kind\":\"Evidence\"");
        assertThat((Object) converter.fromPayload(payload, Evidence.class, Evidence.class))
                .isEqualTo(evidence);
    }

    @Test
    void equalValuesAreKeptOnce() {
        converter.toPayload(evidence(5_000));
        converter.toPayload(evidence(5_000));

        assertThat(claims.size()).isEqualTo(1);
    }

    @Test
    void allThatPeopleMaySayToATaskFits() {
        String longest = "ü".repeat(8 * 1024);
        var prompt = new ComposePrompt("t", 1, Samples.request(), null, Collections.nCopies(50, longest));

        assertThat(converter.toPayload(prompt).orElseThrow().getData().size()).isLessThan(300);
    }

    @Test
    void aSmallValueIsInTheHistoryItself() {
        converter.toPayload(evidence(1));

        assertThat(claims.size()).isZero();
    }

    @Test
    void aLargeValueOfAClientThatKnowsNoClaimsIsRead() {
        Payload payload = new DefaultDataConverter(
                        new io.temporal.common.converter.JacksonJsonPayloadConverter(PawlDataConverter.mapper()))
                .toPayload(evidence(5_000))
                .orElseThrow();

        assertThat((Object) converter.fromPayload(payload, Evidence.class, Evidence.class))
                .isEqualTo(evidence(5_000));
    }

    @Test
    void anyOtherValueOver64KiBIsRefusedAndNotTriedAgain() {
        ApplicationFailure refusal = catchThrowableOfType(
                ApplicationFailure.class, () -> converter.toPayloads("x".repeat(PayloadLimit.MAX_BYTES)));

        assertThat(refusal.getType()).isEqualTo(FailureTypes.PAYLOAD_TOO_LARGE);
        assertThat(refusal.isNonRetryable()).isTrue();
        assertThat(refusal.getOriginalMessage()).contains("65538 bytes").contains("at most 65536");
        assertThat(converter.toPayloads("x".repeat(PayloadLimit.MAX_BYTES - 2))).isPresent();
    }

    @Test
    void theDetailsOfAFailureAreHeldToItToo() {
        ApplicationFailure failure = ApplicationFailure.newFailure("m", "T", "x".repeat(PayloadLimit.MAX_BYTES));

        assertThatThrownBy(() -> converter.exceptionToFailure(failure)).hasMessageContaining("too large");
    }

    @Test
    void aLostContentEndsTheStepAndIsNamed() {
        Payload payload = converter.toPayload(evidence(5_000)).orElseThrow();
        DataConverter elsewhere = PawlDataConverter.create(new MemoryClaims());

        ApplicationFailure lost = catchThrowableOfType(
                ApplicationFailure.class, () -> elsewhere.fromPayload(payload, Evidence.class, Evidence.class));

        assertThat(lost.getType()).isEqualTo(FailureTypes.CONTENT_LOST);
        assertThat(lost.isNonRetryable()).isTrue();
        assertThat(lost.getOriginalMessage()).containsPattern("content [0-9a-f]{64} is missing");
    }

    private static Evidence evidence(int checks) {
        List<CheckEvidence> all = IntStream.range(0, checks)
                .mapToObj(i -> new CheckEvidence(
                        "check " + i,
                        CheckState.FAILED,
                        1,
                        false,
                        1,
                        List.of("test_" + i),
                        List.of(),
                        "FAIL",
                        new ContentRef("ab".repeat(32), 4),
                        5))
                .toList();
        return new Evidence("commit", "tree", DiffSummary.EMPTY, List.of(), all, List.of(), false);
    }
}
