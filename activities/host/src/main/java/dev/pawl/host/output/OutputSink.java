package dev.pawl.host.output;

import java.io.IOException;

/**
 * Takes the output of a process as it comes, in chunks that may cut a line or a character. Each method is called by one
 * thread of its own; the program waits while it runs. An exception ends the program and is thrown by the supervisor.
 */
public interface OutputSink {
    /** @param chunk valid up to {@code length} and only during the call */
    void stdout(byte[] chunk, int length) throws IOException;

    /** @param chunk valid up to {@code length} and only during the call */
    void stderr(byte[] chunk, int length) throws IOException;
}
