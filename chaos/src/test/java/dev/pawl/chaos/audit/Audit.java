package dev.pawl.chaos.audit;

import dev.pawl.db.decision.DecisionRow;
import dev.pawl.db.event.EventRow;
import dev.pawl.db.session.SessionRow;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;

/** Violated invariants of an ended task, in words; empty if all hold. */
public final class Audit {
    private final Observed seen;
    private final boolean lastWordsStored;
    private final List<String> wrong = new ArrayList<>();

    private Audit(Observed seen, boolean lastWordsStored) {
        this.seen = seen;
        this.lastWordsStored = lastWordsStored;
    }

    public static List<String> of(Observed seen) {
        return of(seen, true);
    }

    /** For a worker killed at any time: what an agent reported just before may not have been stored. */
    public static List<String> ofKilled(Observed seen) {
        return of(seen, false);
    }

    private static List<String> of(Observed seen, boolean lastWordsStored) {
        Audit audit = new Audit(seen, lastWordsStored);
        audit.nothingIsOpen();
        audit.sessionsAreClosedOnce();
        audit.eventsAreWhole();
        audit.nothingIsStoredTwice();
        audit.totalsAreExact();
        return List.copyOf(audit.wrong);
    }

    private void nothingIsOpen() {
        check(
                seen.task().finishedAt() != null,
                "the task is still " + seen.task().status());
        check(seen.workflow() != WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING, "its workflow still runs");
        seen.sessions().stream()
                .filter(session -> session.endedAt() == null)
                .forEach(session -> wrong.add("session %s is still %s".formatted(session.id(), session.status())));
        seen.questions().stream()
                .filter(question -> question.closedAt() == null)
                .forEach(question -> wrong.add("question %s is still open".formatted(question.id())));
        check(seen.locks() == 0, "it still holds %d directories".formatted(seen.locks()));
        seen.processes().forEach(process -> wrong.add("still runs: " + process));
    }

    private void sessionsAreClosedOnce() {
        long fence = 0;
        for (SessionRow session : seen.sessions()) {
            check(session.fence() > fence, "session %s has an old fence".formatted(session.id()));
            fence = session.fence();
            check(
                    count("session_opened", session) == 1,
                    "session %s has %d events of its opening"
                            .formatted(session.id(), count("session_opened", session)));
            check(
                    count("session_closed", session) == 1,
                    "session %s (%s) has %d events of its closing"
                            .formatted(session.id(), session.status(), count("session_closed", session)));
        }
        check(
                seen.totals().sessions() == seen.sessions().size(),
                "%d sessions are counted, there are %d"
                        .formatted(seen.totals().sessions(), seen.sessions().size()));
    }

    private long count(String type, SessionRow session) {
        return seen.events().stream()
                .filter(event -> event.type().equals(type))
                .filter(event -> event.payload().contains("\"session_id\":\"%s\"".formatted(session.id())))
                .count();
    }

    private void eventsAreWhole() {
        long next = 1;
        for (EventRow event : seen.events()) {
            check(event.seq() == next, "event %d is missing".formatted(next));
            next = event.seq() + 1;
        }
        check(seen.count("task_finished") == 1, "it has %d events of its end".formatted(seen.count("task_finished")));
        check(
                !seen.events().isEmpty() && seen.events().getLast().type().equals("task_finished"),
                "its last event is not its end");
    }

    private void nothingIsStoredTwice() {
        int number = 0;
        for (DecisionRow decision : seen.decisions()) {
            number++;
            check(decision.number() == number, "decision %d is missing".formatted(number));
        }
        Set<String> snapshots = new HashSet<>();
        seen.iterations().stream()
                .filter(iteration -> iteration.snapshot() != null)
                .forEach(iteration -> check(
                        snapshots.add(iteration.number() + "/" + iteration.snapshot()),
                        "iteration %d has two snapshots".formatted(iteration.number())));
        check(
                seen.count("iteration_assessed") == snapshots.size(),
                "%d assessments have an event, %d iterations have a snapshot"
                        .formatted(seen.count("iteration_assessed"), snapshots.size()));
    }

    /** The stored usage of each agent is what it reported, and the totals are the sums. */
    private void totalsAreExact() {
        for (SessionRow session : seen.sessions()) {
            long said = seen.ledger().said().getOrDefault(session.id().toString(), 0L);
            boolean unheard = !lastWordsStored && session.status().equals("abandoned") && session.inputTokens() == 0;
            check(
                    unheard || session.inputTokens() == said,
                    "session %s (%s) said it spent %d, stored are %d"
                            .formatted(session.id(), session.status(), said, session.inputTokens()));
        }
        check(
                seen.totals().inputTokens() == sum(SessionRow::inputTokens),
                "the task's input tokens are %d, its sessions' %d"
                        .formatted(seen.totals().inputTokens(), sum(SessionRow::inputTokens)));
        check(seen.totals().turns() == sum(SessionRow::turns), "the task's turns are not its sessions'");
        BigDecimal cost = seen.sessions().stream()
                .map(session -> session.costUsd() == null ? BigDecimal.ZERO : session.costUsd())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal total = seen.totals().costUsd() == null
                ? BigDecimal.ZERO
                : seen.totals().costUsd();
        check(cost.compareTo(total) == 0, "the task's cost is %s, its sessions' %s".formatted(total, cost));
        check(
                seen.judges().inputTokens() == seen.ledger().judgesSaid(),
                "the judges said %d, stored are %d"
                        .formatted(seen.ledger().judgesSaid(), seen.judges().inputTokens()));
    }

    private long sum(ToLongFunction<SessionRow> part) {
        return seen.sessions().stream().mapToLong(part).sum();
    }

    private void check(boolean holds, String otherwise) {
        if (!holds) {
            wrong.add(otherwise);
        }
    }
}
