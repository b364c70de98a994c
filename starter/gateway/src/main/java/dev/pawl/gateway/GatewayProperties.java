package dev.pawl.gateway;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be set about the gateway.
 *
 * @param address where it listens; other machines reach it only with TLS
 * @param port where it listens, 0 for any free one
 * @param tokenFile holds the bearer token callers have to send; must be set
 * @param content directory of the content store; must be set
 * @param registration how long a submitted task may take to show up in the database before the caller gets its answer
 * @param stall how long nothing of a task may change before it is asked what keeps it
 * @param engine what stands behind the API
 * @param watch how events are followed
 */
@ConfigurationProperties(prefix = "pawl.gateway", ignoreUnknownFields = false)
public record GatewayProperties(
        @DefaultValue("127.0.0.1") InetAddress address,
        @DefaultValue("7420") int port,
        Path tokenFile,
        Path content,
        @DefaultValue("5s") Duration registration,
        @DefaultValue("30s") Duration stall,
        @DefaultValue Engine engine,
        @DefaultValue Watch watch) {
    public GatewayProperties {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("pawl.gateway.port is %d, allowed: 0 to 65535".formatted(port));
        }
        present(tokenFile, "token-file");
        present(content, "content");
        positive(registration, "registration");
        positive(stall, "stall");
    }

    /**
     * @param kind how the engine came to be
     * @param webUi base URL of its Web UI; empty where there is none
     * @param call how long it has to answer
     * @param action how long a worker has to confirm what a person says
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

    /** How the engine came to be; only the last does not survive a restart. */
    public enum EngineKind {
        EXTERNAL,
        LOCAL,
        IN_PROCESS
    }

    /**
     * @param poll how often changes that no notification of the database reported are looked for
     * @param heartbeat how often a silent watcher hears something
     */
    public record Watch(
            @DefaultValue("5s") Duration poll,
            @DefaultValue("30s") Duration heartbeat) {
        public Watch {
            positive(poll, "watch.poll");
            positive(heartbeat, "watch.heartbeat");
        }
    }

    /** The binder passes null where nothing is set. */
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
