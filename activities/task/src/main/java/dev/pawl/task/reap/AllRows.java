package dev.pawl.task.reap;

import dev.pawl.db.audit.EventNumbers;
import dev.pawl.db.audit.OpenQuestion;
import dev.pawl.db.audit.RowCounts;
import dev.pawl.db.audit.UnnotedDecision;
import dev.pawl.task.TaskEnd;
import dev.pawl.task.session.AbandonedSessions;
import dev.pawl.workflows.activity.reap.ReapCounts;
import dev.pawl.workflows.model.upkeep.InconsistencyKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Compares all rows with each other, and with the workflows that run. */
final class AllRows {
    /** What is younger may just be under way. */
    private static final Duration SETTLED = Duration.ofMinutes(1);

    private final ReapRecords records;
    private final TaskWorkflows workflows;

    AllRows(ReapRecords records, TaskWorkflows workflows) {
        this.records = records;
        this.workflows = workflows;
    }

    ReapCounts counts() {
        RowCounts rows = records.audit().counts();
        return new ReapCounts(
                rows.tasks(),
                rows.openTasks(),
                rows.tasks() - rows.openTasks(),
                rows.sessions(),
                rows.openSessions(),
                rows.decisions(),
                rows.openQuestions(),
                rows.events(),
                rows.locks());
    }

    void compare(Findings findings) {
        workflows.openSince(Instant.now().minus(SETTLED)).ifPresent(open -> open.forEach(id -> known(id, findings)));
        records.audit().questionsOfEnded(SETTLED).forEach(question -> open(question, findings));
        records.audit().unnotedDecisions(SETTLED).forEach(decision -> unnoted(decision, findings));
        records.audit().wrongTotals().forEach(task -> wrongTotals(task, findings));
        records.audit().unsettled().forEach(session -> unsettled(session, findings));
        records.audit().wrongEventNumbers().forEach(numbers -> wrongNumbers(numbers, findings));
        records.audit().untoldSessions(SETTLED).forEach(session -> untoldSession(session, findings));
        records.audit().untoldTasks(SETTLED).forEach(task -> untoldTask(task, findings));
    }

    private void known(String workflow, Findings findings) {
        if (records.tasks().tasks().find(workflow).isEmpty()) {
            findings.forPerson(
                    InconsistencyKind.WORKFLOW_WITHOUT_TASK,
                    workflow,
                    "its workflow runs, and there is no row of it",
                    "see that a worker serves the queue pawl-tasks, or terminate the workflow");
        }
    }

    private void open(OpenQuestion question, Findings findings) {
        findings.safe(
                InconsistencyKind.QUESTION_OF_ENDED_TASK,
                question.id(),
                "open, but task %s has ended".formatted(question.taskId()),
                "close it",
                () -> records.tasks().questions().close(question.id(), "stopped", "", "the end of the task"));
    }

    private void unnoted(UnnotedDecision decision, Findings findings) {
        findings.safe(
                InconsistencyKind.DECISION_NOT_NOTED,
                decision.taskId() + "/" + decision.iteration(),
                "'%s' was decided, and the iteration does not say so".formatted(decision.type()),
                "note it",
                () -> records.tasks().iterations().decided(decision.taskId(), decision.iteration(), decision.type()));
    }

    private void wrongTotals(String taskId, Findings findings) {
        findings.safe(
                InconsistencyKind.WRONG_TOTALS,
                taskId,
                "its sums are not those over its sessions",
                "sum up its sessions again",
                () -> records.audit().sumUp(taskId));
    }

    /** As one can be that a worker of an earlier version ended. */
    private void unsettled(UUID session, Findings findings) {
        findings.safe(
                InconsistencyKind.RESERVATION_OF_ENDED_SESSION,
                session.toString(),
                "this session has ended, and what its account reserved for it is held",
                "count what it spent",
                () -> records.audit().settle(session));
    }

    private void wrongNumbers(EventNumbers numbers, Findings findings) {
        String detail = "%d events, the last is number %d, counted were %d"
                .formatted(numbers.events(), numbers.last(), numbers.counter());
        if (numbers.onlyCounterWrong()) {
            findings.safe(
                    InconsistencyKind.EVENT_GAP,
                    numbers.taskId(),
                    detail,
                    "count on from the last",
                    () -> records.audit().countOn(numbers.taskId()));
        } else {
            findings.forPerson(
                    InconsistencyKind.EVENT_GAP,
                    numbers.taskId(),
                    detail,
                    "restore the missing events from a backup; who watches goes on after the gap");
        }
    }

    private void untoldSession(UUID id, Findings findings) {
        records.tasks()
                .sessions()
                .find(id)
                .ifPresent(session -> findings.safe(
                        InconsistencyKind.EVENT_MISSING,
                        id.toString(),
                        "no event tells that this session of task %s ended".formatted(session.taskId()),
                        "tell it",
                        () -> AbandonedSessions.tell(records.events(), List.of(session))));
    }

    private void untoldTask(String id, Findings findings) {
        findings.safe(
                InconsistencyKind.EVENT_MISSING,
                id,
                "no event tells that this task ended, so that who watches waits for ever",
                "tell it",
                () -> new TaskEnd(records.tasks(), records.events()).tellAgain(id));
    }
}
