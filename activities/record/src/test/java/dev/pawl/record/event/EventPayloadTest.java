package dev.pawl.record.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pawl.host.redaction.Redaction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventPayloadTest {
    private final EventPayload payload = new EventPayload(Redaction.of(Map.of("ACME_TOKEN", "correct-horse")));

    @Test
    void secretsNeverReachAnEventAtAnyDepth() {
        Map<String, Object> fields = Map.of(
                "text", "a correct-horse", "list", List.of("correct-horse"), "map", Map.of("x", "correct-horse"));

        assertThat(payload.of(fields))
                .isEqualTo(Map.of(
                        "text", "a [redacted]", "list", List.of("[redacted]"), "map", Map.of("x", "[redacted]")));
    }

    @Test
    void anEventStaysSmall() {
        Map<String, Object> small = payload.of(
                Map.of("text", "x".repeat(100_000), "list", List.copyOf(java.util.Collections.nCopies(1_000, 1))));

        assertThat((String) small.get("text")).hasSize(EventPayload.MAX_TEXT).endsWith("…");
        assertThat((List<?>) small.get("list")).hasSize(EventPayload.MAX_ITEMS);
    }

    @Test
    void absentFieldsAreLeftOut() {
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put("score", null);

        assertThat(payload.of(fields)).isEmpty();
    }

    @Test
    void aNameOrValueOutsideTheVocabularyIsRefusedAtTheProducer() {
        assertThatThrownBy(() -> payload.of(Map.of("sessionId", "x"))).hasMessageContaining("sessionId");
        assertThatThrownBy(() -> payload.of(Map.of("at", new Object()))).hasMessageContaining("Object");
    }

    @Test
    void theVocabularyIsLowerSnakeCase() {
        assertThat(EventType.values()).extracting(EventType::wire).allMatch(name -> name.matches("[a-z]+(_[a-z]+)+"));
    }
}
