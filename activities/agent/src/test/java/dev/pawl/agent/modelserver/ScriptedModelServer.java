package dev.pawl.agent.modelserver;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Speaks the APIs of the providers that agents use (Anthropic, OpenAI, Gemini) on loopback and plays a script. The
 * conversation is in each request, so one server serves any number of agents at once.
 */
public final class ScriptedModelServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<Wire> WIRES =
            List.of(new AnthropicMessages(), new OpenAiResponses(), new OpenAiChat(), new GeminiContent());

    private final Function<JsonNode, Script> scripts;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicInteger ids = new AtomicInteger();
    private final List<JsonNode> requests = new CopyOnWriteArrayList<>();

    public ScriptedModelServer(Script script) throws IOException {
        this(request -> script);
    }

    /** @param scripts what to play, by the body of the request, which has the prompt and the conversation so far */
    public ScriptedModelServer(Function<JsonNode, Script> scripts) throws IOException {
        this.scripts = scripts;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::serve);
        server.setExecutor(threads);
        server.start();
    }

    /** Without a path; a version such as {@code /v1} may follow. */
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
        Optional<Wire> wire = WIRES.stream().filter(each -> each.speaks(path)).findFirst();
        boolean asked = exchange.getRequestMethod().equals("POST");
        if (asked && path.endsWith("/count_tokens")) {
            send(exchange, 200, "application/json", "{\"input_tokens\":100}");
        } else if (asked && path.endsWith(":countTokens")) {
            send(exchange, 200, "application/json", "{\"totalTokens\":100}");
        } else if (asked && wire.isPresent()) {
            answer(exchange, wire.get(), JSON.readTree(body));
        } else {
            exchange.sendResponseHeaders(exchange.getRequestMethod().equals("HEAD") ? 200 : 404, -1);
            exchange.close();
        }
    }

    private void answer(HttpExchange exchange, Wire wire, JsonNode request) throws IOException {
        requests.add(request);
        boolean answered = wire.answered(request);
        // Agents also ask for titles and the like, without tools.
        Script script = scripts.apply(request);
        boolean errand =
                wire.tools(request).isEmpty() && !(script instanceof Script.Fail || script instanceof Script.Hang);
        switch (errand ? new Script.Say("scripted") : script) {
            case Script.Hang hang -> hang();
            case Script.Fail fail -> fail(exchange, wire, fail);
            case Script.Say say -> stream(exchange, wire, request, new Reply.Text(say.text()));
            case Script.Loop loop -> stream(exchange, wire, request, shell(wire, request, loop.command()));
            case Script.WriteFile write ->
                stream(
                        exchange,
                        wire,
                        request,
                        answered ? new Reply.Text(write.lastWords()) : write(wire, request, write));
            case Script.RunCommand run ->
                stream(
                        exchange,
                        wire,
                        request,
                        answered ? new Reply.Text(run.lastWords()) : shell(wire, request, run.command()));
        }
    }

    /** Whether the agent already did what the script requested. */
    public static boolean answered(JsonNode request) {
        return WIRES.stream().anyMatch(wire -> wire.answered(request));
    }

    private static Reply write(Wire wire, JsonNode request, Script.WriteFile write) {
        return AgentTools.write(wire.tools(request), write);
    }

    private static Reply shell(Wire wire, JsonNode request, String command) {
        return AgentTools.shell(wire.tools(request), command);
    }

    private void stream(HttpExchange exchange, Wire wire, JsonNode request, Reply reply) throws IOException {
        String model = request.path("model").asText("scripted");
        send(exchange, 200, "text/event-stream", wire.events(Integer.toString(ids.incrementAndGet()), model, reply));
    }

    private static void fail(HttpExchange exchange, Wire wire, Script.Fail fail) throws IOException {
        fail.headers().forEach(exchange.getResponseHeaders()::set);
        send(exchange, fail.status(), "application/json", wire.error(fail).toString());
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
