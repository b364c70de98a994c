package dev.pawl.task.judge.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pawl.host.redaction.Redaction;
import dev.pawl.task.prompt.Quoted;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/**
 * Posts JSON and reads JSON; any other answer is a fault. Follows no redirects, which would send the key elsewhere.
 * Ends if the calling thread is interrupted. Thread-safe.
 */
final class JsonPost {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final int LARGEST_ANSWER = 1 << 20;
    private static final int LONGEST_WORDS = 200;

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final RetryAfter retryAfter = new RetryAfter(Clock.systemUTC());
    private final ObjectMapper json = new ObjectMapper();
    private final Redaction redaction;

    /** @param redaction of servers' error messages, some of which contain a part of the key */
    JsonPost(Redaction redaction) {
        this.redaction = redaction;
    }

    ObjectMapper json() {
        return json;
    }

    /** @throws ModelServerException unless the answer is JSON with status 200 */
    JsonNode send(URI uri, Map<String, String> headers, JsonNode body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()));
        headers.forEach(request::header);
        try {
            HttpResponse<InputStream> response = http.send(request.build(), BodyHandlers.ofInputStream());
            try (InputStream in = response.body()) {
                byte[] answer = in.readNBytes(LARGEST_ANSWER + 1);
                return read(response, answer);
            }
        } catch (JsonProcessingException e) {
            throw new ModelServerException(ServerFault.UNAVAILABLE, "its answer was cut off or is not JSON");
        } catch (HttpConnectTimeoutException | ConnectException e) {
            throw new ModelServerException(ServerFault.UNAVAILABLE, "it cannot be reached at " + origin(uri));
        } catch (IOException e) {
            String why =
                    Thread.currentThread().isInterrupted() ? "it did not answer in time" : "the connection was lost";
            throw new ModelServerException(ServerFault.UNAVAILABLE, why);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModelServerException(ServerFault.UNAVAILABLE, "it did not answer in time");
        }
    }

    private JsonNode read(HttpResponse<InputStream> response, byte[] answer) throws IOException {
        if (response.statusCode() != 200) {
            throw refused(response, answer);
        }
        if (answer.length > LARGEST_ANSWER) {
            throw new ModelServerException(ServerFault.UNAVAILABLE, "its answer is longer than a verdict can be");
        }
        return json.readTree(answer);
    }

    private ModelServerException refused(HttpResponse<InputStream> response, byte[] answer) {
        int status = response.statusCode();
        ServerFault fault = switch (status) {
            case 401, 403 -> ServerFault.UNAUTHENTICATED;
            case 404 -> ServerFault.NOT_FOUND;
            case 429 -> ServerFault.RATE_LIMITED;
            case 408, 409, 425 -> ServerFault.UNAVAILABLE;
            default -> status >= 500 ? ServerFault.UNAVAILABLE : ServerFault.REFUSED;
        };
        return new ModelServerException(
                fault,
                "it answered with status " + status + words(answer),
                retryAfter.of(response.headers()).orElse(null));
    }

    /** The server's error message, if it has one of the known forms. */
    private String words(byte[] answer) {
        try {
            JsonNode error = json.readTree(answer).path("error");
            String said = error.isTextual()
                    ? error.textValue()
                    : error.path("message").asText("");
            return said.isBlank() ? "" : ": " + Quoted.line(redaction.clean(said), LONGEST_WORDS);
        } catch (IOException noJson) {
            return "";
        }
    }

    private static String origin(URI uri) {
        return uri.getScheme() + "://" + uri.getAuthority();
    }
}
