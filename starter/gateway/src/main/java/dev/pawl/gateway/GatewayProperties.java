package dev.pawl.gateway;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Configuration of the gateway.
 *
 * @param address the listening address; any other than loopback requires TLS
 * @param port the listening port, 0 for any free one
 * @param httpPort the loopback port for HTTP with JSON, 0 for any free one; absent for none
 * @param tokenFile holds the bearer token for callers; must be set
 * @param content directory of the content store; must be set
 * @param registration how long a submission waits for the task's row before it returns
 * @param stall how long a task may stay unchanged before the engine is asked why
 * @param engine the engine
 * @param watch watching of events
 * @param callers limits of each caller but the owner
 */
@ConfigurationProperties(prefix = "pawl.gateway", ignoreUnknownFields = false)
public record GatewayProperties(
        @DefaultValue("127.0.0.1") InetAddress address,
        @DefaultValue("7420") int port,
        @Nullable Integer httpPort,
        Path tokenFile,
        Path content,
        @DefaultValue("5s") Duration registration,
        @DefaultValue("30s") Duration stall,
        @DefaultValue Engine engine,
        @DefaultValue Watch watch,
        @DefaultValue Callers callers) {
    public GatewayProperties {
        inRange(port, "port");
        if (httpPort != null) {
            inRange(httpPort, "http-port");
        }
        present(tokenFile, "token-file");
        present(content, "content");
        positive(registration, "registration");
        positive(stall, "stall");
    }

    /**
     * @param kind of the engine
     * @param webUi base URL of its Web UI; empty if there is none
     * @param call how long it has to answer
     * @param action how long a worker has to confirm a person's action
     */
    public record Engine(
            @DefaultValue("external") EngineKind kind,
            @DefaultValue("") String webUi,
            @DefaultValue("5s") Duration call,
            @DefaultValue("10s") Duration action) {
        public Engine {
            positive(call, "engine.call");
            positive(action, "engine.action");
        }
    }

    /** Kinds of engines; only the last does not survive a restart. */
    public enum EngineKind {
        EXTERNAL,
        LOCAL,
        IN_PROCESS
    }

    /**
     * @param poll how often the database is polled for changes without a notification
     * @param heartbeat how often a watch without changes sends a heartbeat
     */
    public record Watch(
            @DefaultValue("5s") Duration poll,
            @DefaultValue("30s") Duration heartbeat) {
        public Watch {
            positive(poll, "watch.poll");
            positive(heartbeat, "watch.heartbeat");
        }
    }

    /**
     * @param perSecond calls, on average
     * @param atOnce calls that have not ended, watches too
     */
    public record Callers(
            @DefaultValue("50") int perSecond,
            @DefaultValue("200") int atOnce) {
        public Callers {
            if (perSecond < 1 || atOnce < 1) {
                throw new IllegalArgumentException("pawl.gateway.callers.* must be at least 1");
            }
        }
    }

    private static void inRange(int port, String name) {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("pawl.gateway.%s is %d, allowed: 0 to 65535".formatted(name, port));
        }
    }

    /** The binder passes null if nothing is set. */
    private static void present(@Nullable Path value, String name) {
        if (value == null) {
            throw new IllegalArgumentException("pawl.gateway.%s must be set".formatted(name));
        }
    }

    private static void positive(Duration value, String name) {
        if (value.isZero() || value.isNegative()) {
            throw new IllegalArgumentException("pawl.gateway.%s must be longer than zero".formatted(name));
        }
    }
}
