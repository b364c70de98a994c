package dev.pawl.host.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RedactedJsonTest {
    private final ObjectMapper mapper = new ObjectMapper();
    private final RedactedJson json = new RedactedJson(mapper, Redaction.of(Map.of("ACME_TOKEN", "correct-horse")));

    record Inner(String text, List<String> texts, int number, boolean truth) {}

    record Outer(Inner inner, String text) {}

    @Test
    void textsLoseTheirSecretsAtAnyDepthAndTheRestStays() throws JsonProcessingException {
        Outer value = new Outer(new Inner("a correct-horse", List.of("correct-horse"), 7, true), "password=hunter2");

        assertThat(mapper.readValue(json.of(value), Outer.class))
                .isEqualTo(new Outer(new Inner("a [redacted]", List.of("[redacted]"), 7, true), "password=[redacted]"));
    }

    @Test
    void requestsOfPeopleKeepExamples() throws JsonProcessingException {
        Outer value = new Outer(new Inner("correct-horse", List.of(), 7, true), "password=changeme");

        assertThat(mapper.readValue(json.ofRequest(value), Outer.class).text()).isEqualTo("password=changeme");
        assertThat(json.ofRequest(value)).doesNotContain("correct-horse");
    }
}
