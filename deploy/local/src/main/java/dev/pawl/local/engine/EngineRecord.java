package dev.pawl.local.engine;

import dev.pawl.local.home.ProcessIdentity;
import java.time.Instant;

/** Record of a started server, so that the next process finds it. */
record EngineRecord(long pid, Instant startedAt, int port, int uiPort) {
    ProcessIdentity process() {
        return new ProcessIdentity(pid, startedAt);
    }
}
