package dev.pawl.chaos.matrix;

import dev.pawl.chaos.audit.Audit;
import dev.pawl.chaos.audit.Observed;
import dev.pawl.chaos.stack.Site;
import dev.pawl.chaos.work.ChaosTask;
import dev.pawl.chaos.work.Rows;
import dev.pawl.chaos.work.Step;
import dev.pawl.db.session.SessionRow;
import dev.pawl.workflows.task.person.Action;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowServiceException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One task for each moment, all at their moments at once; one fault; and all of them to their ends. */
final class Round {
    private static final Logger log = LoggerFactory.getLogger(Round.class);
    private static final Duration BOUND = Duration.ofMinutes(3);
    private static final Duration READY = Duration.ofMinutes(2);
    private static final Executor VIRTUAL = task -> Thread.ofVirtual().start(task);

    private final Site site;
    private final List<Arrival> arrivals;

    private Round(Site site, List<Moment> moments) {
        this.site = site;
        this.arrivals =
                moments.stream().map(moment -> new Arrival(site, moment)).toList();
    }

    /** Undisturbed tasks, each also held at its moment for a while. */
    static Map<Moment, Observed> undisturbed(Site site) {
        Round round = new Round(site, List.of(Moment.values()));
        round.arrive();
        round.arrivals.forEach(Arrival::close);
        Map<Moment, Observed> seen = new EnumMap<>(Moment.class);
        for (Arrival arrival : round.arrivals) {
            round.toTheEnd(arrival);
            Observed observed = Observed.of(site, arrival.task());
            List<String> wrong = Audit.of(observed);
            if (!wrong.isEmpty()) {
                throw new AssertionError(
                        "undisturbed, %s: %s".formatted(arrival.moment().text(), wrong));
            }
            seen.put(arrival.moment(), observed);
        }
        return seen;
    }

    /** The cells of a fault, in the order of the moments it applies to. */
    static List<Cell> of(Site site, Fault fault, Map<Moment, Observed> undisturbed) {
        site.awaitReady(READY);
        Round round = arrived(
                site,
                List.of(Moment.values()).stream()
                        .filter(moment -> fault.notApplicable(moment).isEmpty())
                        .toList());
        Instant struck = Instant.now();
        fault.strike(site, round.arrivals);
        if (!fault.tasksWait()) {
            round.arrivals.forEach(Arrival::close);
        }
        round.outlast(fault, struck);
        round.arrivals.forEach(Arrival::close);
        return round.arrivals.stream()
                .map(arrival ->
                        round.cell(fault, arrival, struck, Objects.requireNonNull(undisturbed.get(arrival.moment()))))
                .toList();
    }

    /**
     * If tasks do not reach their moments, nothing was done to them: new ones are sent, once, and the reason is
     * printed.
     */
    private static Round arrived(Site site, List<Moment> moments) {
        Round round = new Round(site, moments);
        try {
            round.arrive();
            return round;
        } catch (RuntimeException late) {
            log.warn("the tasks of a round did not come to their moments, others are sent", late);
            Round other = new Round(site, moments);
            other.arrive();
            return other;
        }
    }

    private void arrive() {
        try {
            together(Arrival::arrive);
            together(Arrival::settle);
        } catch (RuntimeException late) {
            // Gates of this round must not block the next.
            arrivals.forEach(Arrival::close);
            throw late;
        }
    }

    private void together(Consumer<Arrival> step) {
        List<CompletableFuture<Void>> steps = arrivals.stream()
                .map(arrival -> CompletableFuture.runAsync(() -> step.accept(arrival), VIRTUAL))
                .toList();
        CompletableFuture.allOf(steps.toArray(CompletableFuture[]::new)).join();
    }

    /**
     * A fault with a duration is over after its time; if tasks are held for it, after a new attempt runs beside the old
     * one.
     */
    private void outlast(Fault fault, Instant struck) {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(50))
                .atMost(fault.lasts().plusSeconds(10))
                .until(() -> Duration.between(struck, Instant.now()).compareTo(fault.lasts()) >= 0);
        fault.undo(site);
        if (fault.tasksWait()) {
            Awaitility.await("every step that was under way has a second attempt")
                    .atMost(BOUND)
                    .until(() -> arrivals.stream().allMatch(Round::secondAttempt));
        }
    }

    private static boolean secondAttempt(Arrival arrival) {
        Step step = arrival.moment().underWay();
        return step == null
                || arrival.moment() == Moment.BEFORE_CLOSE
                || arrival.task().control().ledger().runs(step) > 1;
    }

    private Cell cell(Fault fault, Arrival arrival, Instant struck, Observed undisturbed) {
        List<String> wrong = new ArrayList<>();
        List<String> sessions = List.of();
        Duration took = Duration.ZERO;
        try {
            toTheEnd(arrival);
            Observed seen = Observed.of(site, arrival.task());
            // Output of an agent that started after its task was ended from outside is not stored.
            wrong.addAll(fault.loss() == Loss.TERMINATED ? Audit.ofKilled(seen) : Audit.of(seen));
            wrong.addAll(Comparison.differences(seen, undisturbed, Expectation.of(fault, arrival.moment())));
            sessions = seen.sessions().stream().map(SessionRow::status).toList();
            took = Duration.between(struck, seen.ended());
        } catch (RuntimeException e) {
            wrong.add(e.toString());
        }
        return new Cell(arrival.moment(), fault.text(), sessions, took, withTask(arrival, wrong));
    }

    private static List<String> withTask(Arrival arrival, List<String> wrong) {
        return wrong.stream().map(text -> arrival.task().id() + ": " + text).toList();
    }

    private void toTheEnd(Arrival arrival) {
        ChaosTask task = arrival.task();
        if (arrival.moment() == Moment.WAITING) {
            Awaitility.await(task.id() + " takes an answer")
                    .atMost(BOUND)
                    .pollInterval(Duration.ofMillis(200))
                    .ignoreExceptions()
                    .until(() -> answered(task));
        }
        task.rows().await("ends", BOUND, Rows::finished);
        Awaitility.await(task.id() + "'s workflow ends")
                .atMost(BOUND)
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions()
                .until(() -> closed(task));
    }

    private static boolean answered(ChaosTask task) {
        boolean asked = task.rows().questions().stream().anyMatch(question -> question.closedAt() == null);
        if (asked) {
            try {
                task.workflow().answer(new Action("all of them", "tester"));
            } catch (WorkflowServiceException notNow) {
                return false;
            } catch (WorkflowException ended) {
                return task.rows().finished();
            }
        }
        return true;
    }

    private boolean closed(ChaosTask task) {
        WorkflowExecutionStatus status =
                site.engine().newUntypedWorkflowStub(task.id()).describe().getStatus();
        return status != WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING;
    }
}
