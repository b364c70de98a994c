package dev.pawl.cli.training;

import dev.pawl.cli.Pawl;
import dev.pawl.cli.connection.Gateways;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.terminal.Style;
import dev.pawl.cli.terminal.Terminal;
import io.grpc.Grpc;
import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Runs the usual commands once against its own gateway on loopback. The launcher starts it under {@code
 * -XX:ArchiveClassesAtExit}, so that later commands map the classes loaded here instead of parsing them. Prints
 * nothing.
 */
public final class Training {
    private static final List<List<String>> COMMANDS = List.of(
            List.of("--help"),
            List.of("--version"),
            List.of("list"),
            List.of("status", "sample"),
            List.of("status", "sample", "-o", "json"),
            List.of("cost", "sample"),
            List.of("logs", "sample"),
            List.of("watch", "sample"),
            List.of("diff", "sample"),
            List.of("pause", "sample"));

    private Training() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Gateways.prepare().join();
        run();
        Runtime.getRuntime().halt(0);
    }

    /** The exit code of each command; all are 0. */
    static List<Integer> run() throws IOException {
        Server gateway = Grpc.newServerBuilderForPort(0, InsecureServerCredentials.create())
                .addService(new SampleGateway())
                .build()
                .start();
        Context context = new Context(
                Map.of("PAWL_ADDRESS", "127.0.0.1:" + gateway.getPort()),
                Path.of("").toAbsolutePath(),
                silent());
        List<Integer> codes = COMMANDS.stream()
                .map(command -> Pawl.execute(context, command.toArray(String[]::new)))
                .toList();
        gateway.shutdownNow();
        return codes;
    }

    private static Terminal silent() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return new Terminal(nowhere, nowhere, false, new Style(true), new Style(true), 100);
    }
}
