package dev.pawl.chaos.matrix;

import dev.pawl.chaos.stack.Processes;
import dev.pawl.chaos.stack.Site;
import dev.pawl.chaos.work.ChaosTask;
import dev.pawl.chaos.work.Control;
import dev.pawl.record.event.EventIds;
import dev.pawl.record.event.EventType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Brings one task to a moment and holds it there, observed from outside: by rows, locks, processes and files of its
 * scripts.
 */
final class Arrival implements AutoCloseable {
    private static final Duration BOUND = Duration.ofSeconds(60);

    private final Moment moment;
    private final ChaosTask task;
    private final DataSource database;
    private final List<Gate> gates = new ArrayList<>();

    Arrival(Site site, Moment moment) {
        this.moment = moment;
        this.task = new ChaosTask(site, moment.scenario());
        this.database = site.database();
    }

    Moment moment() {
        return moment;
    }

    ChaosTask task() {
        return task;
    }

    /** Starts the task and returns when it is there, or for {@link Moment#PARKED} shortly before. */
    void arrive() {
        Control control = task.control();
        switch (moment) {
            case IN_PREPARATION -> startTo("baseline");
            case BEFORE_SESSION_ROW -> beforeRow();
            case BEFORE_PROCESS -> beforeProcess();
            case AGENT_RUNNING -> agentRuns();
            case BEFORE_CLOSE -> beforeClose();
            case IN_SNAPSHOT -> {
                startTo("agent");
                control.holdSnapshot();
                control.release("agent");
                control.awaitSnapshot();
            }
            case IN_CHECKS -> startTo("check");
            case IN_JUDGE -> startTo("judge");
            case IN_DECISION -> {
                startTo("judge");
                Gate gate = gate(Gate.onIteration(database, task.id()));
                control.release("judge");
                gate.awaitBlocked();
            }
            case IN_FINISH -> inFinish();
            case WAITING -> {
                task.start();
                awaitStatus("waiting");
            }
            case PARKED -> startTo("agent");
        }
    }

    /** The last step towards a moment that does not last. */
    void settle() {
        if (moment == Moment.PARKED) {
            task.control().release("agent");
            awaitStatus("parked");
        }
    }

    private void startTo(String point) {
        task.control().hold(point);
        task.start();
        task.control().await(point);
    }

    private void beforeRow() {
        startTo("baseline");
        Gate gate = gate(Gate.onOpening(database, task.id()));
        task.control().release("baseline");
        gate.awaitBlocked();
    }

    private void beforeProcess() {
        Gate gate = gate(Gate.onPrompt(database, task.id()));
        task.start();
        gate.awaitBlocked();
        task.rows()
                .await(
                        "has a session without a process",
                        BOUND,
                        rows -> rows.sessions().size() == 1
                                && rows.sessions().getFirst().pid() == null);
    }

    private void agentRuns() {
        startTo("agent");
        task.rows()
                .await(
                        "has stored what was spent",
                        BOUND,
                        rows -> rows.sessions().getFirst().inputTokens() > 0);
    }

    private void beforeClose() {
        agentRuns();
        Gate gate = gate(Gate.onSession(database, task.id()));
        task.control().release("agent");
        task.rows()
                .await(
                        "has no agent any more",
                        BOUND,
                        rows -> Processes.of(task.id()).isEmpty());
        gate.awaitBlocked();
    }

    private void inFinish() {
        startTo("agent");
        String runId = task.rows().task().orElseThrow().runId();
        Gate gate = gate(Gate.onEvent(database, task.id(), EventIds.of(EventType.TASK_FINISHED, runId)));
        task.control().release("agent");
        gate.awaitBlocked();
    }

    private void awaitStatus(String status) {
        task.rows()
                .await(
                        "is " + status,
                        BOUND,
                        rows -> rows.task()
                                .filter(row -> row.status().equals(status))
                                .isPresent());
    }

    private Gate gate(Gate gate) {
        gates.add(gate);
        return gate;
    }

    /** Releases the task. */
    @Override
    public void close() {
        gates.forEach(Gate::close);
        task.control().releaseAll();
    }
}
