package dev.pawl.task.plan;

import dev.pawl.db.plan.EndedTaskRow;
import dev.pawl.db.plan.NewPlan;
import dev.pawl.db.plan.PlanProgress;
import dev.pawl.db.plan.PlanReads;
import dev.pawl.db.plan.PlanResult;
import dev.pawl.db.plan.PlanSums;
import dev.pawl.db.plan.Plans;
import dev.pawl.db.task.Tasks;
import dev.pawl.host.redaction.RedactedJson;
import dev.pawl.host.redaction.Redaction;
import dev.pawl.record.content.Texts;
import dev.pawl.workflows.activity.plan.AskEnded;
import dev.pawl.workflows.activity.plan.AskSpent;
import dev.pawl.workflows.activity.plan.BriefAttempt;
import dev.pawl.workflows.activity.plan.EndedTasks;
import dev.pawl.workflows.activity.plan.FinishPlan;
import dev.pawl.workflows.activity.plan.IntegrationHead;
import dev.pawl.workflows.activity.plan.PlanActivities;
import dev.pawl.workflows.activity.plan.PlanSpent;
import dev.pawl.workflows.activity.plan.RecordProgress;
import dev.pawl.workflows.activity.plan.RegisterPlan;
import dev.pawl.workflows.activity.task.Registration;
import dev.pawl.workflows.model.FailureTypes;
import dev.pawl.workflows.model.outcome.Cause;
import dev.pawl.workflows.model.outcome.Outcome;
import dev.pawl.workflows.model.plan.PlanOutcome;
import dev.pawl.workflows.model.plan.PlanQuestion;
import dev.pawl.workflows.model.plan.PlanRequest;
import dev.pawl.workflows.model.plan.PlanTerms;
import dev.pawl.workflows.model.plan.TaskEnded;
import dev.pawl.workflows.model.request.Prompt;
import io.temporal.failure.ApplicationFailure;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Writes down the life of a plan. Every write is keyed, so that each of them may run again. */
public final class PlanActivitiesImpl implements PlanActivities {
    /** As in the database: it is part of the ids of the plan's tasks. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    private final Plans plans;
    private final PlanReads reads;
    private final PlanTexts text;
    private final AttemptPrompt prompts;
    private final String here;
    private final Supplier<List<String>> searchAttributes;
    private final Supplier<String> engine;

    /**
     * @param here the host that plans are given to
     * @param searchAttributes names of those that the engine's namespace has
     * @param engine see {@link dev.pawl.task.EngineIdentity#id}
     */
    public PlanActivitiesImpl(
            Plans plans,
            PlanReads reads,
            Tasks tasks,
            Texts texts,
            RedactedJson json,
            Redaction redaction,
            String here,
            Supplier<List<String>> searchAttributes,
            Supplier<String> engine) {
        this.plans = plans;
        this.reads = reads;
        this.text = new PlanTexts(json, redaction);
        this.prompts = new AttemptPrompt(tasks, texts, redaction);
        this.here = here;
        this.searchAttributes = searchAttributes;
        this.engine = engine;
    }

    /** Also for a plan that has a row: the host it was given to first keeps it. */
    @Override
    public Registration register(RegisterPlan input) {
        PlanRequest request = input.request();
        if (!ID.matcher(input.planId()).matches()) {
            throw ApplicationFailure.newNonRetryableFailure(
                    "plan id '%s' is invalid: 1 to 100 letters, digits, '.', '_' or '-'".formatted(input.planId()),
                    FailureTypes.INVALID_TASK);
        }
        String host = plans.register(
                new NewPlan(
                        input.planId(),
                        input.runId(),
                        engine.get(),
                        request.title(),
                        request.workspace().source(),
                        here,
                        text.request(PlanTerms.of(request)),
                        request.labels()),
                text.added(request.packages()));
        return new Registration(host, searchAttributes.get());
    }

    @Override
    public Prompt brief(BriefAttempt input) {
        return prompts.of(input);
    }

    @Override
    public void record(RecordProgress input) {
        IntegrationHead head = input.head();
        PlanQuestion question = input.question();
        plans.progress(
                new PlanProgress(
                        input.planId(),
                        input.status().wire(),
                        text.clean(input.reason()),
                        question == null ? null : text.json(question),
                        input.base(),
                        head == null ? null : head.commit(),
                        head == null ? null : head.directory()),
                text.added(input.revised()),
                text.packages(input.changed()),
                text.attempts(input.changed()));
    }

    @Override
    public PlanSpent spent(AskSpent input) {
        PlanSums sums = reads.sums(input.planId());
        return new PlanSpent(sums.costUsd(), sums.tokens());
    }

    @Override
    public EndedTasks ended(AskEnded input) {
        return new EndedTasks(reads.ended(input.planId(), input.taskIds()).stream()
                .map(PlanActivitiesImpl::ended)
                .toList());
    }

    @Override
    public void finish(FinishPlan input) {
        PlanOutcome outcome = input.outcome();
        plans.finish(
                new PlanResult(
                        input.planId(),
                        outcome.status().wire(),
                        outcome.cause().wire(),
                        text.clean(outcome.reason()),
                        outcome.head(),
                        outcome.delivery().state().wire(),
                        text.clean(outcome.delivery().detail())),
                text.packages(outcome.packages()),
                text.attempts(outcome.packages()));
    }

    private static TaskEnded ended(EndedTaskRow row) {
        return new TaskEnded(
                row.taskId(),
                row.packageId(),
                row.attempt(),
                Outcome.of(row.status()),
                Cause.of(row.cause()),
                row.reason(),
                row.baseSnapshot(),
                row.snapshot());
    }
}
