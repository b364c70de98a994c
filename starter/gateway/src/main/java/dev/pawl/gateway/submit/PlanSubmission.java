package dev.pawl.gateway.submit;

import dev.pawl.api.v1.AddPackageRequest;
import dev.pawl.api.v1.PackageSpec;
import dev.pawl.api.v1.SubmitPlanRequest;
import dev.pawl.db.content.ContentStore;
import dev.pawl.db.content.Stored;
import dev.pawl.db.plan.PlanReads;
import dev.pawl.gateway.engine.Engine;
import dev.pawl.gateway.failure.Failures;
import dev.pawl.gateway.wire.WireFaults;
import dev.pawl.workflows.model.ContentRef;
import dev.pawl.workflows.model.plan.PackageRequest;
import dev.pawl.workflows.model.request.Prompt;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Starts a plan once per request id, however often it is submitted. */
public final class PlanSubmission {
    /** A plan has many prompts, and its history should be small. */
    private static final int MAX_INLINE = 1024;

    private static final Prompt PLACEHOLDER = Prompt.inline("-");

    private final PlanReads plans;
    private final ContentStore content;
    private final Engine engine;
    private final Duration registration;

    /** @param registration how long to wait for the workflow to create the plan's row */
    public PlanSubmission(PlanReads plans, ContentStore content, Engine engine, Duration registration) {
        this.plans = plans;
        this.content = content;
        this.engine = engine;
        this.registration = registration;
    }

    /**
     * @return the id of the plan that was started, or that exists for the request id
     * @throws io.grpc.StatusRuntimeException INVALID_ARGUMENT with every invalid field, UNAVAILABLE if the engine does
     *     not answer
     */
    public Submitted submit(SubmitPlanRequest request) {
        Violations violations = new Violations();
        violations.addAll(WireFaults.in(request));
        Texts.check("request_id", request.getRequestId(), Submission.MAX_REQUEST_ID, violations);
        new PlanSpecReader(request.getPlan(), violations).read(each -> PLACEHOLDER);
        String planId = TaskIds.ofPlan(request.getRequestId());
        if (plans.find(planId).isPresent()) {
            // Also long after the engine's retention.
            return new Submitted(planId, true);
        }
        engine.start(planId, new PlanSpecReader(request.getPlan(), new Violations()).read(this::stored));
        return registered(planId);
    }

    /** The package of a request that adds one, with its prompt stored. */
    public PackageRequest added(AddPackageRequest request) {
        Violations violations = new Violations();
        violations.addAll(WireFaults.in(request));
        new PackageReader(violations).read(request.getPackage(), "package", PLACEHOLDER);
        violations.refuse();
        return new PackageReader(violations)
                .read(request.getPackage(), "package", stored(request.getPackage()))
                .orElseThrow(() -> Failures.invalid("package", "is invalid"));
    }

    /** @throws io.grpc.StatusRuntimeException INVALID_ARGUMENT if it is blank or too long */
    public Prompt stored(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (text.isBlank() || bytes.length > Submission.MAX_PROMPT_BYTES) {
            throw Failures.invalid(
                    "prompt", "must have 1 to %d bytes and not be blank".formatted(Submission.MAX_PROMPT_BYTES));
        }
        if (bytes.length <= MAX_INLINE) {
            return Prompt.inline(text);
        }
        Stored stored = content.put(bytes);
        return Prompt.stored(new ContentRef(stored.sha256(), stored.size()));
    }

    private Prompt stored(PackageSpec each) {
        return stored(each.getTask().getPrompt());
    }

    private Submitted registered(String planId) {
        return Submitted.registeredWithin(
                registration, planId, () -> plans.version(planId).isPresent());
    }
}
