package dev.pawl.local.stack;

import static java.util.Map.entry;

import dev.pawl.local.engine.Engine;
import dev.pawl.local.home.LocalHome;
import dev.pawl.local.home.LocalState;
import dev.pawl.local.home.Ports;
import dev.pawl.worker.WorkerDefaults;
import java.util.Map;
import java.util.Properties;

/** Properties that the stack sets for worker and gateway. */
final class LocalProperties {
    static final String LOOPBACK = "127.0.0.1";

    private LocalProperties() {}

    static Properties of(LocalHome home, Ports ports, Engine engine) {
        Properties properties = WorkerDefaults.properties();
        LocalState.Engine state = engine.state();
        properties.putAll(Map.ofEntries(
                entry("spring.application.name", "pawl-local"),
                entry("pawl.home", home.directory().toString()),
                entry("pawl.worker.drain", "5s"),
                entry("server.address", LOOPBACK),
                entry("server.port", Integer.toString(ports.health())),
                entry("pawl.gateway.address", LOOPBACK),
                entry("pawl.gateway.port", Integer.toString(ports.gateway())),
                entry("pawl.gateway.http-port", Integer.toString(ports.http())),
                entry("pawl.gateway.token-file", home.token().toString()),
                entry(
                        "pawl.gateway.content",
                        home.directory().resolve("content").toString()),
                entry("pawl.gateway.engine.kind", gatewayKind(state)),
                entry("pawl.gateway.engine.web-ui", engine.uiUrl() == null ? "" : engine.uiUrl()),
                entry("spring.temporal.connection.target", state.address()),
                entry("spring.temporal.namespace", state.namespace())));
        return properties;
    }

    private static String gatewayKind(LocalState.Engine engine) {
        return switch (engine.kind()) {
            case "configured" -> "external";
            case "server" -> "local";
            default -> "in-process";
        };
    }
}
