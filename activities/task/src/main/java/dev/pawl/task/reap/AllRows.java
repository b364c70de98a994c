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

/** Compares all rows with each other, and with the running workflows. */
final class AllRows {
    /** Younger differences may be about to disappear. */
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
                    "its workflow runs, but it has no row",
                    "make sure that a worker serves the queue pawl-tasks, or terminate the workflow");
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
                "'%s' was decided, but the iteration does not record it".formatted(decision.type()),
                "record it",
                () -> records.tasks().iterations().decided(decision.taskId(), decision.iteration(), decision.type()));
    }

    private void wrongTotals(String taskId, Findings findings) {
        findings.safe(
                InconsistencyKind.WRONG_TOTALS,
                taskId,
                "its totals are not the sums of its sessions",
                "compute them again",
                () -> records.audit().sumUp(taskId));
    }

    /** For example of a session that a worker of an earlier version closed. */
    private void unsettled(UUID session, Findings findings) {
        findings.safe(
                InconsistencyKind.RESERVATION_OF_ENDED_SESSION,
                session.toString(),
                "this session has ended, but its reservation is still held",
                "replace it with what was spent",
                () -> records.audit().settle(session));
    }

    private void wrongNumbers(EventNumbers numbers, Findings findings) {
        String detail = "%d events, the last is number %d, the counter is at %d"
                .formatted(numbers.events(), numbers.last(), numbers.counter());
        if (numbers.onlyCounterWrong()) {
            findings.safe(
                    InconsistencyKind.EVENT_GAP,
                    numbers.taskId(),
                    detail,
                    "continue after the last",
                    () -> records.audit().countOn(numbers.taskId()));
        } else {
            findings.forPerson(
                    InconsistencyKind.EVENT_GAP,
                    numbers.taskId(),
                    detail,
                    "restore the missing events from a backup; watchers continue after the gap");
        }
    }

    private void untoldSession(UUID id, Findings findings) {
        records.tasks()
                .sessions()
                .find(id)
                .ifPresent(session -> findings.safe(
                        InconsistencyKind.EVENT_MISSING,
                        id.toString(),
                        "the end of this session of task %s has no event".formatted(session.taskId()),
                        "record it",
                        () -> AbandonedSessions.append(records.events(), List.of(session))));
    }

    private void untoldTask(String id, Findings findings) {
        findings.safe(
                InconsistencyKind.EVENT_MISSING,
                id,
                "the end of this task has no event, so its watchers wait forever",
                "record it",
                () -> new TaskEnd(records.tasks(), records.events()).tellAgain(id));
    }
}
