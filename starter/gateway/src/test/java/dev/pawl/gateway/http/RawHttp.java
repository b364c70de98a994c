package dev.pawl.gateway.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Sends bytes as they are, as no HTTP client would, and reads what comes until the server ends the connection. */
public final class RawHttp implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;

    public RawHttp(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    /** @param status 0 if the connection ended without an answer */
    public record Reply(int status, String head, String body) {}

    /** One request on a connection of its own. */
    public static Reply send(int port, byte[] request) throws IOException {
        try (RawHttp connection = new RawHttp(port)) {
            connection.write(request);
            return connection.reply();
        }
    }

    public static Reply send(int port, String request) throws IOException {
        return send(port, request.getBytes(StandardCharsets.UTF_8));
    }

    /** A complete request; the connection ends after it. */
    public static String post(String path, String headers, String body) {
        return "POST %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n%sContent-Length: %d\r\n\r\n%s"
                .formatted(path, headers, body.getBytes(StandardCharsets.UTF_8).length, body);
    }

    public void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    public void write(String text) throws IOException {
        write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Up to some text, that included. */
    public String readUntil(String end) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        while (!read.toString(StandardCharsets.UTF_8).endsWith(end)) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("ended after " + read);
            }
            read.write(next);
        }
        return read.toString(StandardCharsets.UTF_8);
    }

    public Reply reply() throws IOException {
        String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!all.startsWith("HTTP/1.1 ")) {
            return new Reply(0, "", all);
        }
        String[] parts = all.split("\r\n\r\n", 2);
        int status = Integer.parseInt(
                Arrays.stream(parts[0].split(" ", 3)).skip(1).findFirst().orElseThrow());
        return new Reply(status, parts[0], parts.length > 1 ? parts[1] : "");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
