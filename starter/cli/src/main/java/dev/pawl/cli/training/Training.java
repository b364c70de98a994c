package dev.pawl.cli.training;

import dev.pawl.cli.Context;
import dev.pawl.cli.Pawl;
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
import java.util.Map;

/**
 * Runs the usual commands once against a gateway of its own on loopback. The launcher starts it under
 * {@code -XX:ArchiveClassesAtExit}: what is loaded here is mapped, not parsed, by every later command. Prints nothing.
 */
public final class Training {
    private Training() {}

    public static void main(String[] arguments) throws IOException {
        Server gateway = Grpc.newServerBuilderForPort(0, InsecureServerCredentials.create())
                .addService(new SampleGateway())
                .build()
                .start();
        Context context = new Context(
                Map.of("PAWL_ADDRESS", "127.0.0.1:" + gateway.getPort()),
                Path.of("").toAbsolutePath(),
                silent());
        for (String command : new String[] {
            "--help",
            "--version",
            "list",
            "status sample",
            "status sample -o json",
            "cost sample",
            "watch sample",
            "diff sample",
            "pause sample"
        }) {
            Pawl.execute(context, command.split(" "));
        }
        gateway.shutdownNow();
        Runtime.getRuntime().halt(0);
    }

    private static Terminal silent() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return new Terminal(nowhere, nowhere, false, new Style(true), new Style(true), 100);
    }
}
