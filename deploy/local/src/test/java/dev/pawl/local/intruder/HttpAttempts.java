package dev.pawl.local.intruder;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pages, APIs and metrics over HTTP. */
final class HttpAttempts {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String LIVENESS = "/actuator/health/liveness";
    private static final List<String> PATHS = List.of(
            "/",
            "/metrics",
            "/healthz",
            "/login",
            "/api/v1/namespaces",
            "/api/v1/namespaces/default/workflows",
            "/api/v1/settings",
            "/namespaces",
            "/debug/pprof/",
            "/actuator",
            "/actuator/health",
            "/actuator/health/readiness",
            "/actuator/health/liveness/alive",
            "/actuator/info",
            "/actuator/prometheus",
            "/actuator;x/prometheus",
            "/%61ctuator/prometheus",
            "//actuator/prometheus",
            LIVENESS + "/../../prometheus");

    private HttpAttempts() {}

    static List<String> answers(int port) {
        List<String> answers = new ArrayList<>();
        try (HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build()) {
            for (String path : PATHS) {
                HttpResponse<String> response = get(http, port, path);
                if (response != null && response.statusCode() < 400) {
                    answers.add("GET %s: %d".formatted(path, response.statusCode()));
                }
            }
            HttpResponse<String> alive = get(http, port, LIVENESS);
            if (alive != null && alive.statusCode() == 200 && !alive.body().equals("{\"status\":\"UP\"}")) {
                answers.add("liveness says " + alive.body());
            }
        }
        return answers;
    }

    private static @Nullable HttpResponse<String> get(HttpClient http, int port, String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(PATIENCE)
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException noHttp) {
            return null;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
