package dev.pawl.host.process;

import dev.pawl.host.output.OutputSink;
import dev.pawl.host.output.OutputTail;

/** Keeps the ends of both streams. */
final class CollectedOutput implements OutputSink {
    private final OutputTail stdout = new OutputTail(64 * 1024);
    private final OutputTail stderr = new OutputTail(64 * 1024);

    @Override
    public void stdout(byte[] chunk, int length) {
        stdout.write(chunk, length);
    }

    @Override
    public void stderr(byte[] chunk, int length) {
        stderr.write(chunk, length);
    }

    String stdout() {
        return stdout.text();
    }

    String stderr() {
        return stderr.text();
    }
}
