package dev.pawl.agent.program;

import dev.pawl.agent.output.AgentOutput;
import dev.pawl.host.output.LineSplitter;
import dev.pawl.host.output.OutputSink;
import dev.pawl.host.output.OutputTail;
import dev.pawl.host.output.SpoolFile;
import dev.pawl.host.process.ProcessIdentity;
import dev.pawl.host.process.ProcessResult;
import dev.pawl.host.process.ProcessSpec;
import dev.pawl.host.process.ProcessSupervisor;
import dev.pawl.host.process.ProcessWatch;
import dev.pawl.host.redaction.Redaction;
import dev.pawl.workflows.model.evidence.Usage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Function;

/** One agent process: passes its output to the interpreter, stores the transcript, calls the listener. */
final class AgentProcess implements OutputSink, ProcessWatch {
    /** Longer lines are truncated; no event of an agent is that long. */
    private static final int LONGEST_LINE = 8 << 20;

    private static final int STDERR_TAIL = 32 * 1024;
    private static final int LONGEST_REMARK = 64 << 10;

    private final AgentOutput output;
    private final SerialListener listener;
    private final Redaction redaction;
    private final SpoolFile transcript;
    private final LineSplitter lines = new LineSplitter(LONGEST_LINE, this::line);
    private final LineSplitter remarks = new LineSplitter(LONGEST_REMARK, this::remark);
    private final OutputTail stderr = new OutputTail(STDERR_TAIL);
    private final Function<AgentOutput, Usage> priced;
    private Usage reported = Usage.NONE;

    private AgentProcess(
            AgentOutput output,
            SerialListener listener,
            Redaction redaction,
            SpoolFile transcript,
            Function<AgentOutput, Usage> priced) {
        this.output = output;
        this.priced = priced;
        this.listener = listener;
        this.redaction = redaction;
        this.transcript = transcript;
    }

    /** How it ended, and the end of its standard error, redacted. */
    record Exit(ProcessResult process, String stderr) {}

    /** @param priced the usage of an output so far, with its cost if known */
    static Exit run(
            ProcessSupervisor supervisor,
            ProcessSpec spec,
            AgentOutput output,
            Function<AgentOutput, Usage> priced,
            SerialListener listener,
            Redaction redaction,
            Path transcript,
            long transcriptBytes)
            throws IOException, InterruptedException {
        try (SpoolFile spool = new SpoolFile(transcript, transcriptBytes)) {
            AgentProcess process = new AgentProcess(output, listener, redaction, spool, priced);
            ProcessResult result = supervisor.run(spec, process, process);
            process.lines.finish();
            process.remarks.finish();
            return new Exit(result, redaction.clean(process.stderr.text()));
        }
    }

    @Override
    public void stdout(byte[] chunk, int length) throws IOException {
        lines.write(chunk, length);
    }

    @Override
    public void stderr(byte[] chunk, int length) throws IOException {
        stderr.write(chunk, length);
        remarks.write(chunk, length);
    }

    /** Each of the two streams has a thread. */
    private synchronized void remark(String line) {
        output.remark(line);
    }

    private synchronized void line(String line) throws IOException {
        if (output.line(line)) {
            byte[] clean = (redaction.clean(line) + "\n").getBytes(StandardCharsets.UTF_8);
            transcript.write(clean, clean.length);
        }
        Usage soFar = output.usage();
        if (!soFar.equals(reported)) {
            reported = soFar;
            Usage cost = priced.apply(output);
            output.costs(cost);
            listener.usage(cost);
        }
    }

    @Override
    public void started(ProcessIdentity identity) {
        listener.started(identity);
    }

    @Override
    public void contacted(String host, boolean allowed) {
        listener.contacted(host, allowed);
    }

    @Override
    public boolean cancelled() {
        return output.mustStop() || listener.cancelled();
    }

    @Override
    public boolean pending() {
        return output.pending() != null;
    }

    @Override
    public boolean done() {
        return output.done();
    }
}
