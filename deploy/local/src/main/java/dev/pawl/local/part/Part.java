package dev.pawl.local.part;

import dev.pawl.local.home.Ports;
import java.io.IOException;

/** Something the stack needs beside its own process. The calls come in this order, from one thread. */
public interface Part {
    /** As people are told. */
    String name();

    /** Takes over what an earlier process of this home left, or ends it in order. */
    void recover() throws IOException;

    /** Starts it unless it was taken over. Returns when it was started, not when it serves. */
    void start(Ports ports) throws IOException;

    /** Whether it runs; what does not is started again. */
    boolean alive();

    /** Ends it and all its processes; does nothing where there are none. */
    void stop() throws IOException;
}
