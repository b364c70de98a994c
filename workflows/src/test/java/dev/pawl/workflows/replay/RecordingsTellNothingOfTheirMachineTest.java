package dev.pawl.workflows.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Recordings are checked in: they contain no path, host, process or key of the machine they come from, encoded or
 * plain.
 */
class RecordingsTellNothingOfTheirMachineTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern TELLING = Pattern.compile(
            "(^|[^\\w.])/(home|root|tmp|work|var|Users|opt|usr|private)/|\\d+@\\w|\\b\\d{1,3}(\\.\\d{1,3}){3}\\b"
                    + "|(?i)(api[_-]?key|secret|password|bearer )");

    static List<Recording> recordings() {
        return Recording.all();
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void aRecordingRevealsNothing(Recording recording) throws JsonProcessingException {
        assertThat(telling(recording.json())).isEmpty();
    }

    @Test
    void namesOfTheMachineAreFoundInPayloadsToo() throws JsonProcessingException {
        String data = Base64.getEncoder()
                .encodeToString("{\"command\":[\"/home/ann/agent.py\"]}".getBytes(StandardCharsets.UTF_8));

        assertThat(telling("{\"payloads\":[{\"metadata\":{},\"data\":\"%s\"}]}".formatted(data)))
                .hasSize(1);
        assertThat(telling("{\"identity\":\"4711@build-host\"}")).hasSize(1);
        assertThat(telling("{\"identity\":\"worker\",\"path\":\"src/main\"}")).isEmpty();
    }

    private static List<String> telling(String json) throws JsonProcessingException {
        List<String> found = new ArrayList<>();
        look(JSON.readTree(json), found);
        return found;
    }

    private static void look(JsonNode node, List<String> found) {
        if (node.isTextual()) {
            check(node.asText(), found);
        } else if (node.has("metadata") && node.has("data")) {
            check(new String(Base64.getDecoder().decode(node.get("data").asText()), StandardCharsets.UTF_8), found);
        } else {
            node.forEach(child -> look(child, found));
        }
    }

    private static void check(String text, List<String> found) {
        if (TELLING.matcher(text).find()) {
            found.add(text);
        }
    }
}
