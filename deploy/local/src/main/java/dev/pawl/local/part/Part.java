package dev.pawl.local.part;

import dev.pawl.local.home.Ports;
import java.io.IOException;

/** A process or server that the stack needs. The methods are called in this order, from one thread. */
public interface Part {
    /** Its name for people. */
    String name();

    /** Reuses what an earlier process of this home left, or ends it in order. */
    void recover() throws IOException;

    /** Starts it unless it was reused. Returns when it was started, not when it serves. */
    void start(Ports ports) throws IOException;

    /** Whether it runs; if not, it is started again. */
    boolean alive();

    /** Ends it and all its processes, if any. */
    void stop() throws IOException;
}
