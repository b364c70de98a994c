package dev.pawl.gateway.action;

import dev.pawl.api.client.Words;
import dev.pawl.api.v1.AddPackageRequest;
import dev.pawl.api.v1.AnswerPlanRequest;
import dev.pawl.api.v1.PlanStatus;
import dev.pawl.api.v1.RevisePackageRequest;
import dev.pawl.gateway.engine.Engine;
import dev.pawl.gateway.failure.Failures;
import dev.pawl.gateway.submit.PlanSubmission;
import dev.pawl.gateway.view.PlanReader;
import dev.pawl.workflows.model.FailureTypes;
import dev.pawl.workflows.model.plan.PlanChoice;
import dev.pawl.workflows.plan.person.AddPackage;
import dev.pawl.workflows.plan.person.ChangePackage;
import dev.pawl.workflows.plan.person.PackageAction;
import dev.pawl.workflows.plan.person.PlanAnswer;
import dev.pawl.workflows.plan.person.PlanReceipt;
import dev.pawl.workflows.task.person.Action;
import io.grpc.StatusRuntimeException;
import io.temporal.client.WorkflowUpdateException;

/** Sends a person's action to the plan's workflow, and translates its refusal. */
public final class PlanActions {
    private final Engine engine;
    private final PlanReader plans;
    private final PlanSubmission submission;

    public PlanActions(Engine engine, PlanReader plans, PlanSubmission submission) {
        this.engine = engine;
        this.plans = plans;
        this.submission = submission;
    }

    /**
     * @param verb the update of {@code PlanWorkflow}
     * @param said to the plan
     * @param packageId empty for the plan itself
     * @param needsText whether the action requires a text
     * @throws StatusRuntimeException FAILED_PRECONDITION if the plan's state does not allow it
     */
    public PlanStatus act(String verb, Said said, String packageId, boolean needsText) {
        TaskActions.check(said, needsText);
        return update(verb, said, new PackageAction(packageId, said.text(), said.person()));
    }

    public PlanStatus answer(AnswerPlanRequest request) {
        Said said = new Said(request.getPlanId(), request.getText(), request.getBy(), request.getRequestId());
        TaskActions.check(said, false);
        String word = Words.of(request.getAnswer());
        if (word.isEmpty()) {
            throw Failures.invalid("answer", "allowed: " + Words.all(dev.pawl.api.v1.PlanAnswer.class));
        }
        return update(
                "answer",
                said,
                new PlanAnswer(request.getQuestionId(), PlanChoice.of(word), said.text(), said.person()));
    }

    public PlanStatus add(AddPackageRequest request) {
        Said said = new Said(request.getPlanId(), "", request.getBy(), request.getRequestId());
        TaskActions.check(said, false);
        return update("addPackage", said, new AddPackage(submission.added(request), said.person()));
    }

    public PlanStatus revise(RevisePackageRequest request) {
        Said said = new Said(request.getPlanId(), request.getText(), request.getBy(), request.getRequestId());
        TaskActions.check(said, false);
        return update(
                "changePackage",
                said,
                new ChangePackage(
                        request.getPackageId(),
                        request.hasPrompt() ? submission.stored(request.getPrompt()) : null,
                        request.getOwnsList(),
                        request.getMayTouchList(),
                        said.text(),
                        said.person()));
    }

    /** Requests a plan to end at once; idempotent. */
    public void cancel(Said said) {
        TaskActions.check(said, false);
        if (engine.cancel(said.taskId(), new Action(said.text(), said.person()))) {
            return;
        }
        if (plans.status(said.taskId()) != PlanStatus.PLAN_STATUS_CANCELLED) {
            throw notRunning(said.taskId());
        }
    }

    private PlanStatus update(String verb, Said said, Object payload) {
        try {
            return engine.update(said.taskId(), verb, said.requestId(), payload, PlanReceipt.class)
                    .flatMap(receipt ->
                            Words.parse(PlanStatus.class, receipt.status().wire()))
                    .orElseThrow(() -> notRunning(said.taskId()));
        } catch (WorkflowUpdateException refused) {
            throw TaskActions.refusal(refused);
        }
    }

    private StatusRuntimeException notRunning(String planId) {
        PlanStatus at = plans.status(planId);
        return Failures.precondition(
                FailureTypes.NOT_NOW,
                PlanReader.ended(at)
                        ? "plan %s is %s and no longer takes actions".formatted(planId, Words.of(at))
                        : "the engine runs no workflow of plan " + planId);
    }
}
