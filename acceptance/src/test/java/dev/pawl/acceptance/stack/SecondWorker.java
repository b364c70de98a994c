package dev.pawl.acceptance.stack;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** A worker in a separate JVM, on the home, engine and database of a local stack. */
public final class SecondWorker implements AutoCloseable {
    private static final Duration READY = Duration.ofMinutes(2);

    private final Process process;
    private final Path home;
    private final Path log;
    private final int port;

    private SecondWorker(Process process, Path home, Path log, int port) {
        this.process = process;
        this.home = home;
        this.log = log;
        this.port = port;
    }

    /** Starts it and waits until it serves. */
    public static SecondWorker beside(LocalStack stack, String... properties) {
        return start(stack, stack.home(), properties);
    }

    /** Simulates another host: with its own id and home, sharing only the content store. */
    public static SecondWorker onHost(LocalStack stack, String hostId, Path home) {
        try {
            Path content = home.resolve("content");
            if (!Files.exists(content)) {
                Files.createSymbolicLink(content, stack.home().resolve("content"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return start(stack, home, "--pawl.host.id=" + hostId);
    }

    private static SecondWorker start(LocalStack stack, Path home, String... properties) {
        try {
            int port = freePort();
            Path log = stack.home().resolve("second-worker.log");
            Process process = new ProcessBuilder(command(stack, home, port, properties))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            SecondWorker worker = new SecondWorker(process, home, log, port);
            Awaitility.await("the second worker is ready, see " + log)
                    .atMost(READY)
                    .until(worker::serves);
            return worker;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(LocalStack stack, Path home, int port, String... properties)
            throws IOException {
        Path password = stack.home().resolve("postgres").resolve("password");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                withoutGateway(),
                "dev.pawl.worker.PawlWorker",
                "--server.port=" + port,
                "--pawl.home=" + home,
                "--TEMPORAL_CONFIG_FILE=" + stack.engineConfiguration(),
                "--spring.datasource.url=jdbc:postgresql://127.0.0.1:" + stack.databasePort() + "/pawl",
                "--spring.datasource.username=pawl",
                "--spring.datasource.password=" + Files.readString(password).strip()));
        command.addAll(List.of(properties));
        return command;
    }

    /** A worker that is deployed alone has no gateway, which would start and need its own configuration. */
    private static String withoutGateway() {
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getProperty("java.class.path"))
                .filter(entry -> !entry.contains("gateway") && !entry.contains("spring-boot-grpc"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** SIGTERM, and waits for its end. */
    public void terminate() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the second worker does not end, see " + log);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private boolean serves() {
        if (!process.isAlive()) {
            throw new IllegalStateException(
                    "the second worker ended with %d, see %s".formatted(process.exitValue(), log));
        }
        URI uri = URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness");
        try (HttpClient http = HttpClient.newHttpClient()) {
            String token = Files.readString(home.resolve("metrics-token"));
            HttpRequest request = HttpRequest.newBuilder(uri)
                    .header("Authorization", "Bearer " + token)
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
