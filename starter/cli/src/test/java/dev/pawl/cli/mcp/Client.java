package dev.pawl.cli.mcp;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.pawl.cli.Pawl;
import dev.pawl.cli.document.Json;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.terminal.Style;
import dev.pawl.cli.terminal.Terminal;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Starts {@code pawl mcp} and talks to it line by line, with whatever a test wants to send. */
final class Client implements AutoCloseable {
    private final OutputStream requests;
    private final BufferedReader responses;
    private final CompletableFuture<Integer> exitCode;
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private int id;

    private Client(Map<String, String> environment, Path directory) throws IOException {
        Pipe in = Pipe.open();
        Pipe out = Pipe.open();
        requests = Channels.newOutputStream(in.sink());
        responses = new BufferedReader(
                new InputStreamReader(Channels.newInputStream(out.source()), StandardCharsets.UTF_8));
        Terminal terminal = new Terminal(
                Channels.newInputStream(in.source()),
                new PrintStream(Channels.newOutputStream(out.sink()), false, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                Style.PLAIN,
                Style.PLAIN,
                120);
        exitCode = CompletableFuture.supplyAsync(
                () -> {
                    int code = Pawl.execute(new Context(environment, directory, terminal), "mcp");
                    terminal.out().close();
                    return code;
                },
                task -> Thread.ofPlatform().daemon().start(task));
    }

    /** A session that is initialized. */
    static Client of(Map<String, String> environment, Path directory) throws IOException {
        Client client = new Client(environment, directory);
        JsonObject parameters = object("""
                {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "t", "version": "1"}}""");
        client.request("initialize", parameters);
        client.line("{\"jsonrpc\": \"2.0\", \"method\": \"notifications/initialized\"}");
        return client;
    }

    static JsonObject object(String json) {
        return JsonParser.parseString(json).getAsJsonObject();
    }

    void raw(byte[] bytes) throws IOException {
        requests.write(bytes);
    }

    /** Sends bytes, and the end of a line. */
    void line(byte[] bytes) throws IOException {
        requests.write(bytes);
        requests.write('\n');
    }

    void line(String text) throws IOException {
        line(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a request without waiting for the response; its id. */
    int send(String method, JsonElement parameters) throws IOException {
        JsonObject request = new JsonObject();
        request.addProperty("jsonrpc", "2.0");
        request.addProperty("id", ++id);
        request.addProperty("method", method);
        request.add("params", parameters);
        line(Json.line(request));
        return id;
    }

    int sendCall(String tool, JsonObject arguments) throws IOException {
        JsonObject parameters = new JsonObject();
        parameters.addProperty("name", tool);
        parameters.add("arguments", arguments);
        return send("tools/call", parameters);
    }

    /** The next line of the server, which is a message. */
    JsonObject read() throws IOException {
        String line = responses.readLine();
        if (line == null) {
            throw new IOException("the server has ended: " + err());
        }
        JsonObject message = object(line);
        if (!message.get("jsonrpc").getAsString().equals("2.0")) {
            throw new IOException("no message: " + message);
        }
        return message;
    }

    /** The response, an error or a result. */
    JsonObject request(String method, JsonElement parameters) throws IOException {
        int sent = send(method, parameters);
        JsonObject response = read();
        if (response.get("id").isJsonNull() || response.get("id").getAsInt() != sent) {
            throw new IOException("not the response of " + sent + ": " + response);
        }
        return response;
    }

    /**
     * What a tool returned.
     *
     * @param texts joined
     */
    record Result(boolean error, String texts, int parts) {
        static Result of(JsonObject response) {
            JsonObject result = response.getAsJsonObject("result");
            StringBuilder texts = new StringBuilder();
            result.getAsJsonArray("content")
                    .forEach(each ->
                            texts.append(each.getAsJsonObject().get("text").getAsString()));
            return new Result(
                    result.get("isError").getAsBoolean(),
                    texts.toString(),
                    result.getAsJsonArray("content").size());
        }
    }

    Result call(String tool, JsonObject arguments) throws IOException {
        sendCall(tool, arguments);
        return Result.of(read());
    }

    Result call(String tool, String arguments) throws IOException {
        return call(tool, object(arguments));
    }

    void endOfInput() throws IOException {
        requests.close();
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /** The exit code of the command. */
    int exitCode() {
        return exitCode.join();
    }

    @Override
    public void close() throws IOException {
        requests.close();
        responses.close();
    }
}
