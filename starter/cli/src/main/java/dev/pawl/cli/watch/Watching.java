package dev.pawl.cli.watch;

import dev.pawl.api.client.PawlClient;
import dev.pawl.api.client.Words;
import dev.pawl.api.v1.Event;
import dev.pawl.api.v1.EventType;
import dev.pawl.api.v1.GetTaskRequest;
import dev.pawl.api.v1.Question;
import dev.pawl.api.v1.Task;
import dev.pawl.api.v1.TaskServiceGrpc.TaskServiceBlockingStub;
import dev.pawl.api.v1.TaskStatus;
import dev.pawl.api.v1.WatchTaskRequest;
import dev.pawl.api.v1.WatchTaskResponse;
import dev.pawl.cli.invocation.CommandFailure;
import dev.pawl.cli.invocation.ExitCode;
import dev.pawl.cli.report.Lines;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Watches a task until it ends, or until a question that ends the watch, which can then be continued. */
public final class Watching {
    /** How long a gateway may be unavailable: about as long as a restart of the local stack takes. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final long AGAIN_MILLIS = 500;

    /** Opens a new connection: after a restart the gateway's address may have changed. */
    public interface Connector {
        PawlClient open() throws IOException;
    }

    private final Connector connector;
    private final String taskId;
    private final Narrator narrator;
    private final StatusLine display;
    private final Consumer<Event> events;
    private final Until until;
    private final long began = System.nanoTime();
    private long sequence;
    private boolean lost;

    /**
     * When the watch ends before the task does.
     *
     * @param question whether it ends at this question
     * @param timeout of the whole watch; absent means never
     */
    public record Until(
            Predicate<Question> question, @Nullable Duration timeout) {}

    /** @param events receives each event once, in order */
    public Watching(
            Connector connector,
            String taskId,
            Narrator narrator,
            StatusLine display,
            Consumer<Event> events,
            Until until) {
        this.connector = connector;
        this.taskId = taskId;
        this.narrator = narrator;
        this.display = display;
        this.events = events;
        this.until = until;
    }

    /**
     * The task when the watch ended.
     *
     * @throws CommandFailure on timeout, or if the gateway does not come back
     */
    public Task follow() throws IOException, InterruptedException {
        long seen = System.nanoTime();
        while (true) {
            try (PawlClient client = connector.open()) {
                Task task = follow(client);
                if (done(task)) {
                    return task;
                }
                seen = System.nanoTime();
            } catch (StatusRuntimeException failure) {
                seen = lost ? seen : System.nanoTime();
                outlast(failure, Duration.ofNanos(System.nanoTime() - seen));
            } catch (CommandFailure notRunning) {
                if (!lost || notRunning.exitCode() != ExitCode.CONFIGURATION || tooLong(seen)) {
                    throw notRunning;
                }
            }
            Thread.sleep(AGAIN_MILLIS);
        }
    }

    private static boolean tooLong(long since) {
        return Duration.ofNanos(System.nanoTime() - since).compareTo(PATIENCE) > 0;
    }

    private void outlast(StatusRuntimeException failure, Duration away) {
        switch (failure.getStatus().getCode()) {
            case DEADLINE_EXCEEDED ->
                throw new CommandFailure(
                        ExitCode.WAIT_TIMED_OUT,
                        "the wait timed out, the task continues; come back: pawl watch " + taskId,
                        failure);
            case UNAVAILABLE -> {
                if (away.compareTo(PATIENCE) > 0) {
                    throw new CommandFailure(
                            ExitCode.CONFIGURATION,
                            "the gateway went away; start it: pawl up, then come back: pawl watch " + taskId,
                            failure);
                }
                if (!lost) {
                    display.say("lost the gateway; watching resumes when it is back (pawl up starts a local one)");
                    lost = true;
                }
            }
            default -> throw failure;
        }
    }

    private Task follow(PawlClient client) {
        Task task = show(client);
        if (Lines.ended(task.getStatus()) && sequence >= task.getLastSequence()) {
            return task;
        }
        WatchTaskRequest from = WatchTaskRequest.newBuilder()
                .setTaskId(taskId)
                .setAfterSequence(sequence)
                .build();
        Iterator<WatchTaskResponse> stream = stub(client).watchTask(from);
        while (!stopsAt(task) && stream.hasNext()) {
            WatchTaskResponse next = stream.next();
            lost = false;
            if (next.hasProgress()) {
                display.progress(next.getProgress());
                narrator.news(next.getProgress()).forEach(display::say);
            } else if (next.hasEvent()) {
                task = event(client, next.getEvent(), task);
            }
        }
        return stopsAt(task) ? task : show(client);
    }

    private TaskServiceBlockingStub stub(PawlClient client) {
        Duration timeout = until.timeout();
        if (timeout == null) {
            return client.streams();
        }
        long left = timeout.toNanos() - (System.nanoTime() - began);
        return client.streams().withDeadlineAfter(left, TimeUnit.NANOSECONDS);
    }

    private Task event(PawlClient client, Event event, Task known) {
        sequence = event.getSequence();
        events.accept(event);
        boolean news =
                event.getType() != EventType.EVENT_TYPE_AGENT_ACTIVITY && event.getSequence() > known.getLastSequence();
        return news ? show(client) : known;
    }

    private Task show(PawlClient client) {
        GetTaskRequest request = GetTaskRequest.newBuilder().setTaskId(taskId).build();
        Task task = client.tasks().getTask(request).getTask();
        narrator.news(task).forEach(display::say);
        task.getIterationsList().stream()
                .flatMap(iteration -> iteration.getChecksList().stream())
                .reduce((earlier, later) -> later)
                .ifPresent(check -> display.lastCheck(check.getName() + " " + Words.of(check.getState())));
        return task;
    }

    private boolean done(Task task) {
        return Lines.ended(task.getStatus()) || stopsAt(task);
    }

    private boolean stopsAt(Task task) {
        // A question that was just answered is closed shortly before the status changes.
        return task.getStatus() == TaskStatus.TASK_STATUS_WAITING
                && task.hasQuestion()
                && until.question().test(task.getQuestion());
    }
}
