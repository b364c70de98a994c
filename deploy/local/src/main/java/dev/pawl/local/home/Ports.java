package dev.pawl.local.home;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Loopback ports of a stack: free when first chosen, and reused as long as they are free. */
public record Ports(int gateway, int http, int health, int database, int engine, int ui) {

    /** From here on Linux assigns ports to connections, which could take one between its choice and its use. */
    private static final int EPHEMERAL = 32_768;

    private static final int LOWEST = 20_000;
    private static final int TRIES = 100;
    private static final Ports NONE = new Ports(0, 0, 0, 0, 0, 0);

    /**
     * Returns the recorded ports if they are free, else new ones, and records them.
     *
     * @param engineRuns an engine is reused, with its ports
     */
    public static Ports choose(Path file, boolean engineRuns) throws IOException {
        Ports wish = JsonFile.read(file, Ports.class).orElse(NONE);
        // All are held at once, so that they differ.
        try (ServerSocket gateway = hold(wish.gateway);
                ServerSocket http = hold(wish.http);
                ServerSocket health = hold(wish.health);
                ServerSocket database = hold(wish.database);
                ServerSocket engine = hold(engineRuns ? 0 : wish.engine);
                ServerSocket ui = hold(engineRuns ? 0 : wish.ui)) {
            Ports ports = new Ports(
                    gateway.getLocalPort(),
                    http.getLocalPort(),
                    health.getLocalPort(),
                    database.getLocalPort(),
                    engineRuns ? wish.engine : engine.getLocalPort(),
                    engineRuns ? wish.ui : ui.getLocalPort());
            JsonFile.write(file, ports);
            return ports;
        }
    }

    private static ServerSocket hold(int wish) throws IOException {
        ServerSocket wished = wish == 0 ? null : boundIfFree(wish);
        for (int tries = 0; wished == null && tries < TRIES; tries++) {
            wished = boundIfFree(ThreadLocalRandom.current().nextInt(LOWEST, EPHEMERAL));
        }
        if (wished == null) {
            throw new IOException("no free port between %d and %d".formatted(LOWEST, EPHEMERAL));
        }
        return wished;
    }

    private static @Nullable ServerSocket boundIfFree(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket;
        } catch (BindException e) {
            socket.close();
            return null;
        }
    }
}
