package dev.pawl.host.output;

import java.io.IOException;

/**
 * Receives the output of a process in chunks that may split a line or a character. Each method is called by one thread
 * of its own, and the program blocks meanwhile. An exception ends the program and is rethrown by the supervisor.
 */
public interface OutputSink {
    /** @param chunk valid up to {@code length} and only during the call */
    void stdout(byte[] chunk, int length) throws IOException;

    /** @param chunk valid up to {@code length} and only during the call */
    void stderr(byte[] chunk, int length) throws IOException;
}
