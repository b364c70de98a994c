package dev.pawl.task.session;

import dev.pawl.agent.Agent;
import dev.pawl.agent.AgentResult;
import dev.pawl.agent.AgentRun;
import dev.pawl.agent.Agents;
import dev.pawl.db.content.ContentLostException;
import dev.pawl.host.heartbeat.Attempt;
import dev.pawl.host.process.Sandbox;
import dev.pawl.host.process.WorkerStoppedException;
import dev.pawl.record.content.LostContent;
import dev.pawl.workflows.activity.agent.AgentActivities;
import dev.pawl.workflows.activity.agent.RunAgent;
import dev.pawl.workflows.model.FailureTypes;
import dev.pawl.workflows.model.evidence.AgentReport;
import dev.pawl.workflows.model.outcome.SessionStatus;
import io.temporal.activity.Activity;
import io.temporal.client.ActivityCanceledException;
import io.temporal.client.ActivityCompletionException;
import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Runs an agent as one session: a row with a unique id that is committed before anything starts, and is closed however
 * the attempt ends. If this JVM is killed, the next attempt or the end of the task closes the row.
 */
public final class AgentActivitiesImpl implements AgentActivities {
    /** How much of a killed session's time and spending may be lost. */
    private static final Duration KEEP = Duration.ofSeconds(1);

    private final SessionRecords records;
    private final Workplace workplace;
    private final Agents agents;

    public AgentActivitiesImpl(SessionRecords records, Workplace workplace, Agents agents) {
        this.records = records;
        this.workplace = workplace;
        this.agents = agents;
    }

    @Override
    public AgentReport runAgent(RunAgent input) {
        // The engine counts from 1, its test environment from 0.
        int attempt = Math.max(1, Activity.getExecutionContext().getInfo().getAttempt());
        if (workplace.processes().draining()) {
            throw handedOver(null);
        }
        try (Attempt alive = Attempt.begin(workplace.workspaces().turns(), input.taskId())) {
            return switch (records.open(input, attempt, alive.patience())) {
                case Opening.Ready(OpenSession session) -> run(input, session, alive);
                case Opening.Reached reached -> {
                    workplace.leave(input, reached.abandoned());
                    yield AgentReport.limitReached(
                            attempt, reached.limit().ending(), reached.limit().reason());
                }
                case Opening.Refused refused -> {
                    workplace.end(input.taskId(), refused.abandoned());
                    yield AgentReport.notOpened(
                            attempt, refused.over().reason(), refused.over().until());
                }
            };
        }
    }

    private AgentReport run(RunAgent input, OpenSession opened, Attempt alive) {
        try (opened;
                SessionWatch watch = new SessionWatch(opened, alive, KEEP)) {
            return run(input, opened, watch);
        }
    }

    private AgentReport run(RunAgent input, OpenSession session, SessionWatch watch) {
        try {
            AgentReport report = report(input, session, watch);
            watch.check();
            return report;
        } catch (ActivityCanceledException e) {
            session.endedAs(SessionStatus.CANCELLED, "cancelled");
            throw e;
        } catch (ActivityCompletionException e) {
            session.endedAs(SessionStatus.ABANDONED, "the engine no longer waits for this attempt");
            throw e;
        } catch (WorkerStoppedException | InterruptedException e) {
            // Does not set the interrupt flag again: with it, the session could not be closed.
            session.endedAs(SessionStatus.CANCELLED, "its worker was stopped");
            throw handedOver(e);
        } catch (RuntimeException e) {
            boolean fenced =
                    e instanceof ApplicationFailure failure && failure.getType().equals(FailureTypes.FENCED);
            session.endedAs(fenced ? SessionStatus.ABANDONED : SessionStatus.FAILED, e.getMessage());
            throw e;
        }
    }

    /** Not a failure of the attempt: the engine gives the work to the next worker at once. */
    private static ApplicationFailure handedOver(@Nullable Throwable cause) {
        return ApplicationFailure.newFailureWithCause(
                "the worker was stopped; another attempt takes over", FailureTypes.WORKER_STOPPED, cause);
    }

    private AgentReport report(RunAgent input, OpenSession session, SessionWatch watch) throws InterruptedException {
        watch.check();
        Path directory = workplace.clear(input, session);
        try (RunDirectory own = workplace.runDirectory(session)) {
            Path prompt = own.ofAgent().resolve("prompt.md");
            try (InputStream text = records.contents().open(input.prompt().sha256())) {
                Files.copy(text, prompt);
            } catch (ContentLostException e) {
                throw LostContent.failure(e);
            }
            session.prompted();
            watch.check();
            AgentRun run = run(input, session, directory, own.ofAgent(), prompt);
            Agent agent = agents.find(input.agent().name()).orElse(null);
            AgentResult result = agent == null ? unknownAgent(input, own.path()) : agent.run(run, watch);
            return session.report(result);
        } catch (IOException e) {
            throw new UncheckedIOException("the agent could not be run: " + e.getMessage(), e);
        }
    }

    private AgentRun run(RunAgent input, OpenSession session, Path directory, Path runDirectory, Path prompt) {
        Sandbox sandbox = workplace.sandbox(input, directory, runDirectory);
        return AgentRun.builder(
                        session.id(),
                        input.taskId(),
                        input.agent(),
                        Workplace.start(input, directory),
                        runDirectory,
                        prompt)
                .iteration(input.iteration())
                .attempt(session.attempt())
                .turns(session.left().turns())
                .time(session.left().time())
                .idle(input.idle())
                .budgetUsd(session.most().usd())
                .tokens(session.most().tokens())
                .continuation(workplace.continuation(input, session))
                .sandbox(sandbox)
                .protection(workplace.protect(input, sandbox, directory, runDirectory))
                .secrets(workplace.secrets(input.taskId()))
                .build();
    }

    /** No other agent takes its place. */
    private AgentResult unknownAgent(RunAgent input, Path runDirectory) {
        String reason = "There is no agent '%s' on this host; known agents: %s."
                .formatted(input.agent().name(), String.join(", ", agents.names()));
        return AgentResult.notInstalled(reason, runDirectory.resolve("none"));
    }
}
