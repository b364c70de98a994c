package dev.pawl.gateway.view;

import static dev.pawl.gateway.view.Present.ifPresent;

import dev.pawl.api.client.Words;
import dev.pawl.api.v1.DeliverMode;
import dev.pawl.api.v1.Delivery;
import dev.pawl.api.v1.DeliveryState;
import dev.pawl.api.v1.OnFailure;
import dev.pawl.api.v1.Plan;
import dev.pawl.api.v1.PlanLimits;
import dev.pawl.api.v1.PlanQuestion;
import dev.pawl.api.v1.PlanStatus;
import dev.pawl.api.v1.WorkspaceMode;
import dev.pawl.api.v1.WorkspaceSpec;
import dev.pawl.db.plan.PlanRow;
import dev.pawl.gateway.wire.Durations;
import dev.pawl.gateway.wire.Times;
import dev.pawl.workflows.model.plan.PlanTerms;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowExecutionDescription;
import java.util.Map;
import java.util.Optional;

/** Converts rows of plans to messages, without their packages. */
final class PlanMessages {
    private PlanMessages() {}

    static Plan.Builder of(PlanRow row, Map<String, Integer> counts, TaskLinks links) {
        PlanTerms terms = Json.read(row.request(), PlanTerms.class);
        Plan.Builder plan = Plan.newBuilder()
                .setId(row.id())
                .setTitle(row.title())
                .setStatus(status(row.status()))
                .setReason(row.reason())
                .setWorkspace(workspace(terms))
                .putAllPackagesByState(counts)
                .setSlots(terms.limits().parallel())
                .setLimits(limits(terms))
                .setOnFailure(
                        Words.parse(OnFailure.class, terms.onFailure().wire()).orElse(OnFailure.ON_FAILURE_UNSPECIFIED))
                .addAllLabels(row.labels())
                .setDeliver(Words.parse(DeliverMode.class, terms.deliver().wire())
                        .orElse(DeliverMode.DELIVER_MODE_UNSPECIFIED))
                .setLinks(links.of(row.id()))
                .setCreatedAt(Times.of(row.createdAt()))
                .setUpdatedAt(Times.of(row.updatedAt()));
        ifPresent(row.baseCommit(), plan::setBaseCommit);
        ifPresent(row.headCommit(), plan::setIntegrationHead);
        ifPresent(row.directory(), plan::setIntegrationDirectory);
        ifPresent(row.question(), question -> plan.setQuestion(question(question)));
        if (row.finishedAt() != null) {
            plan.setFinishedAt(Times.of(row.finishedAt()))
                    .setDelivery(Delivery.newBuilder()
                            .setState(Words.parse(DeliveryState.class, row.delivery())
                                    .orElse(DeliveryState.DELIVERY_STATE_UNSPECIFIED))
                            .setDetail(row.deliveryDetail()));
        }
        return plan;
    }

    /** For a plan whose workflow has not created its row yet, or never will. */
    static Plan of(String planId, WorkflowExecutionDescription workflow, TaskLinks links) {
        boolean running = workflow.getStatus() == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING;
        return Plan.newBuilder()
                .setId(planId)
                .setTitle(Optional.ofNullable(workflow.getStaticSummary()).orElse(""))
                .setStatus(running ? PlanStatus.PLAN_STATUS_SUBMITTED : PlanStatus.PLAN_STATUS_FAILED)
                .setReason(running ? "" : "the workflow ended before a worker registered the plan")
                .setLinks(links.of(planId))
                .setCreatedAt(Times.of(workflow.getStartTime()))
                .setUpdatedAt(Times.of(workflow.getStartTime()))
                .build();
    }

    static PlanStatus status(String word) {
        return Words.parse(PlanStatus.class, word).orElse(PlanStatus.PLAN_STATUS_UNSPECIFIED);
    }

    private static PlanQuestion question(String json) {
        var question = Json.read(json, dev.pawl.workflows.model.plan.PlanQuestion.class);
        return PlanQuestion.newBuilder()
                .setId(question.id())
                .setPackageId(question.packageId())
                .setQuestion(question.question())
                .setAskedAt(Times.of(question.askedAt()))
                .build();
    }

    private static WorkspaceSpec workspace(PlanTerms terms) {
        WorkspaceSpec.Builder workspace = WorkspaceSpec.newBuilder()
                .setMode(Words.parse(
                                WorkspaceMode.class, terms.workspace().mode().wire())
                        .orElse(WorkspaceMode.WORKSPACE_MODE_UNSPECIFIED));
        ifPresent(terms.workspace().source(), workspace::setSource);
        return workspace.build();
    }

    private static PlanLimits limits(PlanTerms terms) {
        PlanLimits.Builder limits =
                PlanLimits.newBuilder().setParallel(terms.limits().parallel());
        ifPresent(terms.limits().costUsd(), cost -> limits.setCostUsd(Dollars.text(cost)));
        ifPresent(terms.limits().tokens(), limits::setTokens);
        ifPresent(terms.limits().time(), time -> limits.setTime(Durations.of(time)));
        return limits.build();
    }
}
