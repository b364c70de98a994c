package dev.pawl.task.judge.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.pawl.host.redaction.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/** A model server on loopback that gives prepared replies, one after the other, and records its requests. */
public final class ScriptedServer implements AutoCloseable {
    /** One request. */
    public record Asked(String path, Headers headers, JsonNode body) {}

    private interface Reply {
        void send(HttpExchange exchange, String question) throws IOException, InterruptedException;
    }

    private final WireShape shape;
    private final HttpServer server;
    private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    public final List<Asked> asked = new CopyOnWriteArrayList<>();

    public ScriptedServer(WireShape shape) {
        this.shape = shape;
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    public ServerAddress address(String key) {
        return ServerAddress.of(
                "http://127.0.0.1:" + server.getAddress().getPort() + shape.base() + "/", Secret.of(key));
    }

    /** Verdicts in the text get the nonce of the question. */
    public ScriptedServer says(String text) {
        return answers(question -> text);
    }

    /** The text unchanged, even if a verdict in it lacks the nonce. */
    public ScriptedServer saysOnly(String text) {
        return body(200, shape.answer(text));
    }

    /** Computes the answer from the question in the request; verdicts in it get the nonce of the question. */
    public ScriptedServer answers(UnaryOperator<String> answer) {
        replies.add((exchange, question) -> {
            String text = shape.answer(Nonces.in(question, answer.apply(question)));
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        });
        return this;
    }

    /** @param headers names and values in turn */
    public ScriptedServer body(int status, String body, String... headers) {
        replies.add((exchange, question) -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
            }
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        });
        return this;
    }

    /** Ends the connection in the middle of the answer. */
    public ScriptedServer breaksOff(String text) {
        replies.add((exchange, question) -> {
            byte[] bytes = shape.answer(text).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
            exchange.getResponseBody().flush();
        });
        return this;
    }

    /** Sends half of the answer and nothing more. */
    public ScriptedServer stalls(String text) {
        replies.add((exchange, question) -> {
            byte[] bytes = shape.answer(text).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
            exchange.getResponseBody().flush();
            closed.await();
        });
        return this;
    }

    public ScriptedServer isSilent() {
        replies.add((exchange, question) -> closed.await());
        return this;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.add(new Asked(
                    exchange.getRequestURI().getPath(),
                    exchange.getRequestHeaders(),
                    WireShape.JSON.readTree(exchange.getRequestBody())));
            Reply reply = replies.poll();
            if (reply == null) {
                exchange.sendResponseHeaders(418, -1);
            } else {
                reply.send(exchange, asked.getLast().body().toString());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
