package dev.pawl.activities.agent;

import dev.pawl.activities.process.ProcessResult;
import dev.pawl.activities.process.ProcessSpec;
import dev.pawl.activities.process.ProcessSupervisor;
import dev.pawl.activities.process.ProgramNotFoundException;
import dev.pawl.activities.redaction.Redaction;
import dev.pawl.workflows.model.Ending;
import dev.pawl.workflows.model.Usage;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs the program of an adapter and makes the result of what the adapter read. */
final class AgentProgram {
    /** Reads how the run ended, once its output is complete. */
    interface Reading {
        AgentVerdict verdict(ProcessResult result, String stderr);
    }

    private final ProcessSupervisor supervisor;
    private final AgentSettings settings;

    AgentProgram(ProcessSupervisor supervisor, AgentSettings settings) {
        this.supervisor = supervisor;
        this.settings = settings;
    }

    <O extends AgentOutput> AgentResult run(
            AgentRun run,
            List<String> command,
            Map<String, String> environment,
            AgentListener listener,
            Function<AgentListener, O> understands,
            Function<O, Reading> reads)
            throws IOException, InterruptedException {
        RunDirectory directory = RunDirectory.make(run.runDirectory());
        Redaction redaction = Redaction.of(environment);
        SerialListener serial = new SerialListener(listener, redaction);
        O output = understands.apply(serial);
        ProcessSpec spec = new ProcessSpec(
                command,
                run.workspace(),
                environment,
                run.prompt(),
                run.tag(),
                run.time(),
                run.idle(),
                settings.grace());
        try {
            AgentProcess.Exit exit = AgentProcess.run(
                    supervisor, spec, output, serial, directory.transcript(), settings.transcriptBytes());
            AgentVerdict verdict = reads.apply(output).verdict(exit.process(), exit.stderr());
            return result(directory, output, verdict, exit.process().exitCode(), redaction);
        } catch (ProgramNotFoundException e) {
            return notInstalled(run, e.getMessage());
        }
    }

    static AgentResult notInstalled(AgentRun run, @Nullable String reason) throws IOException {
        RunDirectory directory = RunDirectory.make(run.runDirectory());
        Files.writeString(directory.transcript(), "");
        return new AgentResult(
                Ending.NOT_INSTALLED,
                reason == null ? "not installed" : reason,
                false,
                null,
                null,
                "",
                Usage.NONE,
                null,
                null,
                null,
                directory.transcript());
    }

    private static AgentResult result(
            RunDirectory directory,
            AgentOutput output,
            AgentVerdict verdict,
            @Nullable Integer exitCode,
            Redaction redaction) {
        String finalText = redaction.clean(Excerpt.text(output.finalText()));
        String asked = output.question();
        return new AgentResult(
                verdict.ending(),
                Excerpt.line(redaction.clean(verdict.reason())),
                verdict.retryable(),
                verdict.resetsAt(),
                asked == null ? AgentQuestion.find(finalText).orElse(null) : Excerpt.line(redaction.clean(asked)),
                finalText,
                output.usage(),
                output.sessionId(),
                output.model(),
                exitCode,
                directory.transcript());
    }
}
