package dev.pawl.local.engine;

import dev.pawl.local.home.ProcessIdentity;
import java.time.Instant;

/** What is remembered of a server that was started, so that the next process finds it. */
record EngineRecord(long pid, Instant startedAt, int port, int uiPort) {
    ProcessIdentity process() {
        return new ProcessIdentity(pid, startedAt);
    }
}
