package dev.pawl.task.judge;

import dev.pawl.agent.Agent;
import dev.pawl.agent.AgentListener;
import dev.pawl.agent.AgentResult;
import dev.pawl.agent.AgentRun;
import dev.pawl.agent.Agents;
import dev.pawl.db.judgement.JudgeCalls;
import dev.pawl.host.directory.HostDirectories;
import dev.pawl.host.heartbeat.Patience;
import dev.pawl.host.process.WorkerStoppedException;
import dev.pawl.host.redaction.Redaction;
import dev.pawl.record.content.Texts;
import dev.pawl.task.prompt.Prompts;
import dev.pawl.task.prompt.Quoted;
import dev.pawl.task.session.RunDirectory;
import dev.pawl.workflows.activity.judge.JudgeIteration;
import dev.pawl.workflows.model.FailureTypes;
import dev.pawl.workflows.model.evidence.Ending;
import dev.pawl.workflows.model.evidence.Judgement;
import dev.pawl.workflows.model.evidence.Usage;
import dev.pawl.workflows.model.request.AgentSpec;
import dev.pawl.workflows.model.request.JudgeSpec;
import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Asks a coding agent for a typed verdict, in an empty directory of its own, so that it sees nothing but the question.
 * If an answer cannot be read, it is asked once more.
 */
public final class AgentJudge implements Judge {
    private static final int TRIES = 2;
    private static final int LINE = 500;
    private static final Duration TIME = Duration.ofMinutes(2);

    private final Agents agents;
    private final HostDirectories directories;
    private final ReviewText review;
    private final Redaction redaction;
    private final JudgeCalls calls;
    private final VerdictParser parser = new VerdictParser();

    public AgentJudge(
            Agents agents,
            HostDirectories directories,
            Prompts prompts,
            Texts texts,
            Redaction redaction,
            JudgeCalls calls) {
        this.agents = agents;
        this.directories = directories;
        this.review = new ReviewText(prompts, texts, redaction);
        this.redaction = redaction;
        this.calls = calls;
    }

    /** @throws ApplicationFailure if the agent cannot be asked; non-retryable if it is missing or signed out */
    @Override
    public Judgement judge(JudgeIteration input, int attempt, AgentListener watch, Patience patience) {
        JudgeSpec spec = input.judge();
        String name = Objects.requireNonNull(spec.agent(), "a task that asks no server names an agent");
        Agent agent = agents.find(name)
                .orElseThrow(() -> unable("there is no agent '%s' to judge; known agents: %s"
                        .formatted(name, String.join(", ", agents.names()))));
        Usage usage = Usage.NONE;
        String doubt = VerdictParser.UNREADABLE;
        for (int tried = 0; tried < TRIES && !watch.cancelled(); tried++) {
            ReviewQuestion question = review.of(input, tried > 0);
            AgentResult result = paid(agent, input, attempt, question.text(), watch, patience);
            usage = usage.plus(result.usage());
            checkAsked(result, attempt);
            Optional<Verdict> verdict = Optional.empty();
            if (result.ending() == Ending.FINISHED) {
                verdict = parser.parse(result.finalText(), question.nonce());
                doubt = VerdictParser.UNREADABLE;
            } else {
                doubt = "it did not finish: " + redaction.clean(result.reason());
            }
            if (verdict.isPresent()) {
                return question.judged(verdict.get().judgement(spec, usage, redaction));
            }
        }
        return Judgement.absent(spec.asked(), Quoted.line(doubt, LINE), usage);
    }

    /** Stores the spending at once: a judge that is asked again or fails has to be paid for, too. */
    private AgentResult paid(
            Agent agent, JudgeIteration input, int attempt, String prompt, AgentListener watch, Patience patience) {
        UUID id = UUID.randomUUID();
        SpendingWatch spending = new SpendingWatch(watch);
        try {
            AgentResult result = ask(agent, id, input, attempt, prompt, spending);
            patience.insist(() -> calls.store(UsageOf.call(id, input, result.usage())));
            return result;
        } catch (UncheckedIOException fault) {
            if (!spending.soFar().equals(Usage.NONE)) {
                patience.insist(() -> calls.store(UsageOf.call(id, input, spending.soFar())));
            }
            throw fault;
        }
    }

    private AgentResult ask(
            Agent agent, UUID id, JudgeIteration input, int attempt, String prompt, AgentListener watch) {
        JudgeSpec spec = input.judge();
        AgentSpec judge =
                new AgentSpec(agent.name(), spec.model(), spec.command(), false, List.of(), List.of(), null, List.of());
        try (RunDirectory own = new RunDirectory(directories, id)) {
            Path text = Files.writeString(own.path().resolve("prompt.md"), prompt);
            return agent.run(
                    AgentRun.builder(
                                    id,
                                    input.taskId(),
                                    judge,
                                    directories.create(own.path().resolve("work")),
                                    own.ofAgent(),
                                    text)
                            .iteration(input.iteration())
                            .attempt(attempt)
                            .time(TIME)
                            .idle(TIME)
                            .build(),
                    watch);
        } catch (IOException e) {
            throw new UncheckedIOException("the judge could not be asked: " + e.getMessage(), e);
        } catch (WorkerStoppedException | InterruptedException e) {
            // Does not set the interrupt flag again: with it, the failure could not be reported to the engine.
            throw ApplicationFailure.newFailureWithCause("the worker was stopped", FailureTypes.WORKER_STOPPED, e);
        }
    }

    private static void checkAsked(AgentResult result, int attempt) {
        switch (result.ending()) {
            case NOT_INSTALLED, UNAUTHENTICATED, INVALID, OUT_OF_CREDIT, SESSION_FULL ->
                throw unable("the judge cannot work: " + result.reason());
            case RATE_LIMITED, BUSY, PROVIDER_ERROR -> {
                if (result.retryable() && attempt < Delays.LAST_ATTEMPT) {
                    throw new IllegalStateException("the judge's provider does not answer: " + result.reason());
                }
            }
            case FINISHED, TURN_LIMIT, BUDGET, ACCOUNT_BUDGET, TIMED_OUT, IDLE, REFUSED, CRASHED, CANCELLED -> {
                // The answer decides, if any.
            }
        }
    }

    private static ApplicationFailure unable(String reason) {
        return ApplicationFailure.newNonRetryableFailure(reason, FailureTypes.INVALID_TASK);
    }
}
