package dev.pawl.gateway.view;

import static dev.pawl.gateway.view.Present.ifPresent;

import dev.pawl.api.client.Words;
import dev.pawl.api.v1.Cause;
import dev.pawl.api.v1.DeliverMode;
import dev.pawl.api.v1.Delivery;
import dev.pawl.api.v1.DeliveryState;
import dev.pawl.api.v1.DiffSummary;
import dev.pawl.api.v1.NetworkAccess;
import dev.pawl.api.v1.Outcome;
import dev.pawl.api.v1.SandboxKind;
import dev.pawl.api.v1.Task;
import dev.pawl.api.v1.TaskStatus;
import dev.pawl.api.v1.WorkspaceMode;
import dev.pawl.api.v1.WorkspaceSpec;
import dev.pawl.db.task.TaskRow;
import dev.pawl.gateway.wire.Times;
import dev.pawl.workflows.model.request.SandboxSpec;
import dev.pawl.workflows.model.request.TaskRequest;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowExecutionDescription;
import java.util.Optional;

/** Converts rows of tasks to messages, without data of other tables. */
final class TaskMessages {
    private TaskMessages() {}

    static Task.Builder of(TaskRow row, TaskLinks links) {
        TaskRequest request = Json.read(row.request(), TaskRequest.class);
        Task.Builder task = Task.newBuilder()
                .setId(row.id())
                .setTitle(row.title())
                .setStatus(status(row.status()))
                .setReason(row.reason())
                .setPhase(row.phase())
                .setDetail(row.detail())
                .setIteration(row.iteration())
                .setAgent(row.agent())
                .setWorkspace(workspace(row, request))
                .setDeliver(Words.parse(DeliverMode.class, request.deliver().wire())
                        .orElse(DeliverMode.DELIVER_MODE_UNSPECIFIED))
                .addAllLabels(row.labels())
                .addAllNotes(row.notes())
                .setLinks(links.of(row.id()))
                .setCreatedAt(Times.of(row.createdAt()))
                .setUpdatedAt(Times.of(row.updatedAt()));
        ifPresent(row.model(), task::setModel);
        ifPresent(row.baseSnapshot(), task::setBaseSnapshot);
        if (row.snapshot() != null) {
            task.setSnapshot(row.snapshot()).setDiff(diff(row.diffFiles(), row.diffAdded(), row.diffRemoved()));
        }
        if (row.finishedAt() != null) {
            task.setFinishedAt(Times.of(row.finishedAt()))
                    .setOutcome(Words.parse(Outcome.class, row.status()).orElse(Outcome.OUTCOME_UNSPECIFIED))
                    .setCause(Words.parse(Cause.class, row.cause()).orElse(Cause.CAUSE_UNSPECIFIED))
                    .setDelivery(delivery(row));
        }
        return task;
    }

    /** For a task whose workflow has not created its row yet, or never will. */
    static Task of(String taskId, WorkflowExecutionDescription workflow, TaskLinks links) {
        boolean running = workflow.getStatus() == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING;
        Task.Builder task = Task.newBuilder()
                .setId(taskId)
                .setTitle(Optional.ofNullable(workflow.getStaticSummary()).orElse(""))
                .setStatus(running ? TaskStatus.TASK_STATUS_SUBMITTED : TaskStatus.TASK_STATUS_FAILED)
                .setPhase(running ? "submitted" : "finished")
                .setLinks(links.of(taskId))
                .setCreatedAt(Times.of(workflow.getStartTime()))
                .setUpdatedAt(Times.of(workflow.getStartTime()));
        if (!running) {
            task.setOutcome(Outcome.OUTCOME_FAILED)
                    .setCause(Cause.CAUSE_INTERNAL)
                    .setReason("the workflow ended before a worker registered the task");
        }
        return task.build();
    }

    static TaskStatus status(String word) {
        return Words.parse(TaskStatus.class, word).orElse(TaskStatus.TASK_STATUS_UNSPECIFIED);
    }

    static DiffSummary diff(int files, int added, int removed) {
        return DiffSummary.newBuilder()
                .setFiles(files)
                .setAdded(added)
                .setRemoved(removed)
                .build();
    }

    private static Delivery delivery(TaskRow row) {
        return Delivery.newBuilder()
                .setState(Words.parse(DeliveryState.class, row.delivery())
                        .orElse(DeliveryState.DELIVERY_STATE_UNSPECIFIED))
                .setDetail(row.deliveryDetail())
                .build();
    }

    private static WorkspaceSpec workspace(TaskRow row, TaskRequest request) {
        WorkspaceSpec.Builder workspace = WorkspaceSpec.newBuilder()
                .setMode(Words.parse(WorkspaceMode.class, row.workspaceMode())
                        .orElse(WorkspaceMode.WORKSPACE_MODE_UNSPECIFIED))
                .setIncludeUncommitted(request.workspace().includeUncommitted())
                .setSandbox(SandboxKind.SANDBOX_KIND_NONE);
        ifPresent(row.workspaceSource(), workspace::setSource);
        SandboxSpec sandbox = request.workspace().sandbox();
        if (sandbox != null) {
            workspace
                    .setSandbox(
                            sandbox.ifPossible() ? SandboxKind.SANDBOX_KIND_AUTO : SandboxKind.SANDBOX_KIND_BUBBLEWRAP)
                    .setNetwork(
                            Words.parse(NetworkAccess.class, sandbox.network().wire())
                                    .orElse(NetworkAccess.NETWORK_ACCESS_UNSPECIFIED))
                    .addAllAllowHosts(sandbox.allowHosts());
        }
        return workspace.build();
    }
}
