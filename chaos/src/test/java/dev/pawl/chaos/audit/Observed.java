package dev.pawl.chaos.audit;

import dev.pawl.chaos.stack.Processes;
import dev.pawl.chaos.stack.Site;
import dev.pawl.chaos.work.ChaosTask;
import dev.pawl.chaos.work.Ledger;
import dev.pawl.chaos.work.Rows;
import dev.pawl.db.decision.DecisionRow;
import dev.pawl.db.event.EventRow;
import dev.pawl.db.iteration.IterationRow;
import dev.pawl.db.judgement.JudgeTotals;
import dev.pawl.db.question.QuestionRow;
import dev.pawl.db.session.SessionRow;
import dev.pawl.db.task.TaskRow;
import dev.pawl.db.task.TaskTotals;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowExecutionDescription;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything observable about a task at one moment, gathered from outside. */
public record Observed(
        TaskRow task,
        List<SessionRow> sessions,
        List<IterationRow> iterations,
        List<DecisionRow> decisions,
        JudgeTotals judges,
        List<QuestionRow> questions,
        List<EventRow> events,
        TaskTotals totals,
        long locks,
        Ledger ledger,
        WorkflowExecutionStatus workflow,
        @Nullable Instant closed,
        List<String> processes) {

    public static Observed of(Site site, ChaosTask task) {
        return of(site, task, task.rows());
    }

    static Observed of(Site site, ChaosTask task, Rows rows) {
        return of(site, task.id(), rows, task.control().ledger());
    }

    static Observed of(Site site, String taskId, Rows rows, Ledger ledger) {
        WorkflowExecutionDescription workflow =
                site.engine().newUntypedWorkflowStub(taskId).describe();
        return new Observed(
                rows.task().orElseThrow(),
                rows.sessions(),
                rows.iterations(),
                rows.decisions(),
                rows.judges(),
                rows.questions(),
                rows.events(),
                rows.totals(),
                rows.locks(),
                ledger,
                workflow.getStatus(),
                workflow.getCloseTime(),
                Processes.of(taskId).stream()
                        .map(process -> process.info().commandLine().orElse("process " + process.pid()))
                        .toList());
    }

    /** When none of its work was left. */
    public Instant ended() {
        Instant last = events.getLast().createdAt();
        return closed == null || closed.isBefore(last) ? last : closed;
    }

    /** Number of events of a type. */
    public long count(String type) {
        return events.stream().filter(event -> event.type().equals(type)).count();
    }
}
