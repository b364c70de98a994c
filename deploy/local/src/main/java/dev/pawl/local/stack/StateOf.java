package dev.pawl.local.stack;

import dev.pawl.local.engine.Engine;
import dev.pawl.local.home.LocalHome;
import dev.pawl.local.home.LocalState;
import dev.pawl.local.home.Ports;
import dev.pawl.local.home.ProcessIdentity;

/** Describes a ready stack. */
final class StateOf {
    private StateOf() {}

    static LocalState stack(LocalHome home, Ports ports, Engine engine) {
        ProcessIdentity self = ProcessIdentity.of(ProcessHandle.current());
        return new LocalState(
                Distribution.version(),
                self.pid(),
                self.startedAt(),
                new LocalState.Gateway(
                        LocalProperties.LOOPBACK,
                        ports.gateway(),
                        "http://" + LocalProperties.LOOPBACK + ":" + ports.http(),
                        home.token().toString()),
                "http://" + LocalProperties.LOOPBACK + ":" + ports.health() + "/actuator/health",
                engine.uiUrl(),
                engine.state(),
                new LocalState.Database(ports.database()));
    }
}
