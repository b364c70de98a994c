package dev.pawl.local.home;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The stack as described in {@code local.json}: written when it is ready, removed on an orderly shutdown. If no process
 * has that pid and start time, it crashed.
 */
public record LocalState(
        String version,
        long pid,
        Instant startedAt,
        Gateway gateway,
        String healthUrl,
        @Nullable String uiUrl,
        Engine engine,
        Database database) {

    /**
     * @param httpUrl where its methods are called over HTTP
     * @param tokenFile holds the bearer token of calls
     */
    public record Gateway(String host, int port, String httpUrl, String tokenFile) {}

    /**
     * @param kind {@code configured}, {@code server} or {@code in_process}
     * @param durable whether tasks outlive the engine
     * @param open whether it asks for no credential
     * @param environment variables by which Temporal's clients reach it; absent if they have their own
     */
    public record Engine(
            String kind,
            String address,
            String namespace,
            boolean durable,
            boolean open,
            @Nullable Long pid,
            @Nullable Map<String, String> environment) {}

    /** A PostgreSQL on loopback. */
    public record Database(int port) {}
}
