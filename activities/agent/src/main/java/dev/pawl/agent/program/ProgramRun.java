package dev.pawl.agent.program;

import dev.pawl.agent.AgentDispute;
import dev.pawl.agent.AgentListener;
import dev.pawl.agent.AgentQuestion;
import dev.pawl.agent.AgentResult;
import dev.pawl.agent.AgentRun;
import dev.pawl.agent.AgentSettings;
import dev.pawl.agent.ToolCall;
import dev.pawl.agent.output.AgentOutput;
import dev.pawl.agent.output.AgentVerdict;
import dev.pawl.agent.output.Excerpt;
import dev.pawl.agent.output.LimitVerdict;
import dev.pawl.agent.output.RunEnd;
import dev.pawl.host.process.ProcessSpec;
import dev.pawl.host.process.ProcessSupervisor;
import dev.pawl.host.process.ProgramNotFoundException;
import dev.pawl.host.redaction.Redaction;
import dev.pawl.workflows.model.evidence.Usage;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs a program and creates the result from its interpreted output. */
public final class ProgramRun {
    private static final int LINE = 500;

    private final ProcessSupervisor supervisor;
    private final AgentSettings settings;
    private final String title;

    /** @param title name of the program for people */
    public ProgramRun(ProcessSupervisor supervisor, AgentSettings settings, String title) {
        this.title = title;
        this.supervisor = supervisor;
        this.settings = settings;
    }

    public AgentResult run(
            AgentRun run,
            List<String> command,
            Map<String, String> environment,
            AgentListener listener,
            Function<AgentListener, AgentOutput> understands)
            throws IOException, InterruptedException {
        RunDirectory directory = RunDirectory.make(run.runDirectory());
        Redaction redaction = Redaction.of(environment).with(run.secrets());
        SerialListener serial = new SerialListener(listener, redaction);
        AgentOutput output = understands.apply(serial);
        ProcessSpec spec = new ProcessSpec(
                command,
                run.workspace(),
                environment,
                run.prompt(),
                run.tag(),
                run.time(),
                run.idle(),
                settings.grace(),
                run.sandbox(),
                run.protection());
        try {
            AgentProcess.Exit exit = AgentProcess.run(
                    supervisor,
                    spec,
                    output,
                    priced(run),
                    serial,
                    redaction,
                    directory.transcript(),
                    settings.transcriptBytes());
            AgentVerdict verdict = LimitVerdict.of(
                    output.verdict(new RunEnd(run, exit.process(), exit.stderr())),
                    run.spec().name(),
                    title,
                    settings.limits(),
                    Instant.now(),
                    ZoneId.systemDefault());
            verdict = ContinuedSession.judged(run, verdict, output.usage());
            return result(run, directory, output, verdict, exit.process().exitCode(), redaction);
        } catch (ProgramNotFoundException e) {
            return notInstalled(run, e.getMessage());
        }
    }

    static AgentResult notInstalled(AgentRun run, @Nullable String reason) throws IOException {
        RunDirectory directory = RunDirectory.make(run.runDirectory());
        Files.writeString(directory.transcript(), "");
        return AgentResult.notInstalled(reason == null ? "not installed" : reason, directory.transcript());
    }

    /** The usage of an output. If the model is not reported, the requested one counts. */
    private Function<AgentOutput, Usage> priced(AgentRun run) {
        return output -> settings.prices().priced(output.usage(), output.usageByModel(), model(run, output));
    }

    private static @Nullable String model(AgentRun run, AgentOutput output) {
        String reported = output.model();
        return reported == null ? run.spec().model() : reported;
    }

    private AgentResult result(
            AgentRun run,
            RunDirectory directory,
            AgentOutput output,
            AgentVerdict verdict,
            @Nullable Integer exitCode,
            Redaction redaction) {
        String finalText = redaction.clean(Excerpt.text(output.finalText()));
        String asked = output.question();
        return AgentResult.builder(
                        verdict.ending(), Excerpt.line(redaction.clean(verdict.reason())), directory.transcript())
                .retryable(verdict.retryable())
                .resetsAt(verdict.resetsAt())
                .question(
                        asked == null
                                ? AgentQuestion.find(finalText)
                                        .map(Excerpt::line)
                                        .orElse(null)
                                : Excerpt.line(redaction.clean(asked)))
                .dispute(AgentDispute.find(finalText).map(Excerpt::line).orElse(null))
                .finalText(finalText)
                .usage(priced(run).apply(output))
                .toolCalls(output.toolCalls().stream()
                        .map(call ->
                                new ToolCall(call.tool(), Excerpt.clean(call.what(), redaction, LINE), call.outcome()))
                        .toList())
                .agentSessionId(output.sessionId())
                .model(model(run, output))
                .exitCode(exitCode)
                .limit(verdict.limit())
                .build();
    }
}
