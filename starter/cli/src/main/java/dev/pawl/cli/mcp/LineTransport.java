package dev.pawl.cli.mcp;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpServerSession;
import io.modelcontextprotocol.spec.McpServerTransport;
import io.modelcontextprotocol.spec.McpServerTransportProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The stdio transport of the Model Context Protocol: a message of JSON-RPC in each line. Unlike the SDK's own
 * transport, it answers a line that is no message with an error and goes on, writes all answers of calls that end at the
 * same time, and answers the calls that are under way when the client closes its side.
 */
final class LineTransport implements McpServerTransportProvider {
    /** A prompt of 10 MiB and the rest of a task. */
    private static final int LARGEST_MESSAGE = 16 * 1024 * 1024;

    /** At the same time; more are not read before one of them has ended. */
    private static final int MOST_CALLS = 1000;

    private static final Duration GRACE = Duration.ofSeconds(10);

    private final McpJsonMapper json;
    private final InputStream in;
    private final OutputStream out;
    private final Consumer<String> say;
    private final Semaphore places = new Semaphore(MOST_CALLS);
    private @Nullable McpServerSession session;

    /** @param say receives what goes wrong, for people */
    LineTransport(McpJsonMapper json, InputStream in, OutputStream out, Consumer<String> say) {
        this.json = json;
        this.in = in;
        this.out = out;
        this.say = say;
    }

    @Override
    public void setSessionFactory(McpServerSession.Factory factory) {
        session = factory.create(new Connection());
    }

    /** Serves until the client closes its side. */
    void serve() throws IOException, InterruptedException {
        BoundedLines lines = new BoundedLines(in, LARGEST_MESSAGE);
        for (Optional<BoundedLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            handle(line.get());
        }
        // Nobody waits for what takes longer.
        if (!places.tryAcquire(MOST_CALLS, GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
            say.accept("calls were not finished when the client closed its side");
        }
    }

    private void handle(BoundedLines.Line line) throws IOException, InterruptedException {
        switch (line) {
            case BoundedLines.Line.Complete complete when complete.blank() -> {}
            case BoundedLines.Line.Complete complete -> handle(Incoming.of(complete.bytes(), json));
            case BoundedLines.Line.TooLong() ->
                refuse(new Incoming.Refused(
                        ErrorCodes.INVALID_REQUEST,
                        null,
                        "a message has at most %d MB".formatted(LARGEST_MESSAGE / (1024 * 1024))));
        }
    }

    private void handle(Incoming incoming) throws IOException, InterruptedException {
        switch (incoming) {
            case Incoming.Message(var message) -> handle(message);
            case Incoming.Refused refused -> refuse(refused);
        }
    }

    private void handle(JSONRPCMessage message) throws InterruptedException {
        places.acquire();
        session()
                .handle(message)
                .doFinally(end -> places.release())
                .subscribe(done -> {}, failure -> say.accept("a message was not answered: " + failure));
    }

    /** The SDK's type has no id that is null, as JSON-RPC requires if there is none. */
    private void refuse(Incoming.Refused refused) throws IOException {
        Map<String, @Nullable Object> response = new LinkedHashMap<>();
        response.put("jsonrpc", "2.0");
        response.put("id", refused.id());
        response.put("error", Map.of("code", refused.code(), "message", refused.reason()));
        write(response);
    }

    /** Not as bytes of the mapper, which refuses text with half a character. */
    private void write(Object message) throws IOException {
        byte[] line = (json.writeValueAsString(message) + "\n").getBytes(StandardCharsets.UTF_8);
        synchronized (out) {
            out.write(line);
            out.flush();
        }
    }

    private McpServerSession session() {
        return Objects.requireNonNull(session, "the server is not built");
    }

    @Override
    public Mono<Void> notifyClients(String method, Object parameters) {
        return session().sendNotification(method, parameters);
    }

    @Override
    public Mono<Void> closeGracefully() {
        return session().closeGracefully();
    }

    private final class Connection implements McpServerTransport {
        @Override
        public Mono<Void> sendMessage(JSONRPCMessage message) {
            return Mono.fromRunnable(() -> {
                try {
                    write(message);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }

        @Override
        public <T> T unmarshalFrom(Object data, TypeRef<T> type) {
            return json.convertValue(data, type);
        }

        @Override
        public Mono<Void> closeGracefully() {
            return Mono.empty();
        }
    }
}
