package dev.pawl.activities.modelserver;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Speaks the Anthropic Messages API on loopback and plays a script. The conversation is in each request, so one server
 * serves any number of agents at once.
 */
public final class ScriptedModelServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Function<JsonNode, Script> scripts;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicInteger ids = new AtomicInteger();
    private final List<JsonNode> requests = new CopyOnWriteArrayList<>();

    public ScriptedModelServer(Script script) throws IOException {
        this(request -> script);
    }

    /** @param scripts what to play, by the body of the request: it holds the prompt and all that came of it so far */
    public ScriptedModelServer(Function<JsonNode, Script> scripts) throws IOException {
        this.scripts = scripts;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::serve);
        server.setExecutor(threads);
        server.start();
    }

    /** For {@code ANTHROPIC_BASE_URL}. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The bodies of the requests to the model so far. */
    public List<JsonNode> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.close();
    }

    private void serve(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getPath();
        if (exchange.getRequestMethod().equals("POST") && path.endsWith("/count_tokens")) {
            send(exchange, 200, "application/json", "{\"input_tokens\":100}");
        } else if (exchange.getRequestMethod().equals("POST") && path.endsWith("/messages")) {
            answer(exchange, JSON.readTree(body));
        } else {
            exchange.sendResponseHeaders(exchange.getRequestMethod().equals("HEAD") ? 200 : 404, -1);
            exchange.close();
        }
    }

    private void answer(HttpExchange exchange, JsonNode request) throws IOException {
        requests.add(request);
        switch (scripts.apply(request)) {
            case Script.Hang hang -> hang();
            case Script.Fail fail -> fail(exchange, fail);
            case Script.Say say -> stream(exchange, request, Turn.text(say.text()));
            case Script.Loop loop -> stream(exchange, request, shell(loop.command()));
            case Script.WriteFile write ->
                stream(exchange, request, answered(request) ? Turn.text(write.lastWords()) : write(write));
            case Script.RunCommand run ->
                stream(exchange, request, answered(request) ? Turn.text(run.lastWords()) : shell(run.command()));
        }
    }

    /** Whether the agent already did what the script asked it to. */
    public static boolean answered(JsonNode request) {
        return request.path("messages").findValuesAsText("type").contains("tool_result");
    }

    private Turn write(Script.WriteFile write) {
        ObjectNode input =
                JSON.createObjectNode().put("file_path", write.path()).put("content", write.content());
        return Turn.tool("toolu_" + ids.incrementAndGet(), "Write", input);
    }

    private Turn shell(String command) {
        ObjectNode input = JSON.createObjectNode().put("command", command).put("description", "scripted");
        return Turn.tool("toolu_" + ids.incrementAndGet(), "Bash", input);
    }

    private void stream(HttpExchange exchange, JsonNode request, Turn turn) throws IOException {
        String model = request.path("model").asText("scripted");
        send(exchange, 200, "text/event-stream", turn.events("msg_" + ids.incrementAndGet(), model));
    }

    private static void fail(HttpExchange exchange, Script.Fail fail) throws IOException {
        ObjectNode body = JSON.createObjectNode().put("type", "error");
        body.putObject("error").put("type", fail.type()).put("message", fail.message());
        fail.headers().forEach(exchange.getResponseHeaders()::set);
        send(exchange, fail.status(), "application/json", body.toString());
    }

    private void hang() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().set("content-type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        try (exchange;
                var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
