package dev.pawl.task.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pawl.db.content.LocalContentStore;
import dev.pawl.db.plan.AttemptRow;
import dev.pawl.db.plan.PackageRow;
import dev.pawl.db.plan.PlanFilter;
import dev.pawl.db.plan.PlanReads;
import dev.pawl.db.plan.PlanRow;
import dev.pawl.db.plan.Plans;
import dev.pawl.record.content.Texts;
import dev.pawl.testing.Records;
import dev.pawl.workflows.activity.plan.AskEnded;
import dev.pawl.workflows.activity.plan.AskSpent;
import dev.pawl.workflows.activity.plan.BriefAttempt;
import dev.pawl.workflows.activity.plan.FinishPlan;
import dev.pawl.workflows.activity.plan.IntegrationHead;
import dev.pawl.workflows.activity.plan.PlanActivities;
import dev.pawl.workflows.activity.plan.RecordProgress;
import dev.pawl.workflows.activity.plan.RegisterPlan;
import dev.pawl.workflows.activity.plan.Verdict;
import dev.pawl.workflows.model.outcome.Cause;
import dev.pawl.workflows.model.outcome.Delivery;
import dev.pawl.workflows.model.outcome.Outcome;
import dev.pawl.workflows.model.plan.AttemptView;
import dev.pawl.workflows.model.plan.Ejection;
import dev.pawl.workflows.model.plan.OnFailure;
import dev.pawl.workflows.model.plan.PackageRequest;
import dev.pawl.workflows.model.plan.PackageState;
import dev.pawl.workflows.model.plan.PackageView;
import dev.pawl.workflows.model.plan.PlanOutcome;
import dev.pawl.workflows.model.plan.PlanRequest;
import dev.pawl.workflows.model.plan.PlanStatus;
import dev.pawl.workflows.model.request.AgentSpec;
import dev.pawl.workflows.model.request.Prompt;
import dev.pawl.workflows.model.request.TaskRequest;
import dev.pawl.workflows.model.request.WorkspaceSpec;
import io.temporal.failure.ApplicationFailure;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written down of a plan, on a real database. */
class PlanActivitiesImplIT {
    private static final Instant AT = Instant.parse("2030-01-02T03:04:05Z");
    private static final IntegrationHead HEAD = new IntegrationHead("here", "/home/plans/p", "head-1");

    private final Records records = new Records();
    private final PlanReads reads = records.plans;
    private PlanActivities activities;
    private String plan;

    @BeforeEach
    void register(@TempDir Path home) {
        activities = new PlanActivitiesImpl(
                new Plans(records.jdbc, records.transactions),
                reads,
                records.tasks,
                new Texts(new LocalContentStore(home)),
                records.json,
                records.redaction,
                "here",
                () -> List.of("PawlPlan"),
                () -> "");
        plan = "p-" + UUID.randomUUID();
        activities.register(new RegisterPlan(plan, "run-1", request()));
    }

    private static PackageRequest pack(String id) {
        return new PackageRequest(
                id,
                TaskRequest.builder("Package " + id, Prompt.inline("do"), AgentSpec.of("claude-code"))
                        .build());
    }

    private static PlanRequest request() {
        return PlanRequest.builder("Shop", WorkspaceSpec.isolated("/shop"), List.of(pack("b"), pack("a")))
                .onFailure(OnFailure.CONTINUE_INDEPENDENT)
                .labels(List.of("shop"))
                .build();
    }

    private static PackageView view(String id, PackageState state, AttemptView... attempts) {
        return new PackageView(
                id,
                "Package " + id,
                state,
                "because " + Records.SECRET,
                true,
                List.of(attempts),
                AT,
                AT,
                AT,
                null,
                "c");
    }

    private void recorded(PackageView... changed) {
        activities.record(
                new RecordProgress(plan, PlanStatus.RUNNING, "", null, HEAD, "base", List.of(changed), List.of()));
    }

    @Test
    void aPlanHasItsRowsInItsOrderAndRegisteringAgainChangesNothing() {
        activities.register(new RegisterPlan(plan, "run-2", request()));

        PlanRow row = reads.find(plan).orElseThrow();
        assertThat(row.status()).isEqualTo("submitted");
        assertThat(row.runId()).isEqualTo("run-1");
        assertThat(row.labels()).containsExactly("shop");
        assertThat(reads.packages(plan)).extracting(PackageRow::id).containsExactly("b", "a");
        assertThat(reads.counts(plan)).containsEntry("waiting", 2);
        assertThat(reads.list(new PlanFilter("submitted", "shop", plan), 10, null)
                        .plans())
                .extracting(PlanRow::id)
                .containsExactly(plan);
    }

    @Test
    void anIdThatCannotBePartOfTaskIdsIsRefused() {
        assertThatThrownBy(() -> activities.register(new RegisterPlan("../p", "run", request())))
                .isInstanceOf(ApplicationFailure.class)
                .hasMessageContaining("invalid");
    }

    @Test
    void progressIsStoredOnceHoweverOftenItIsWrittenAndWithoutSecrets() {
        AttemptView attempt = AttemptView.started(1, plan + ".a.1", AT)
                .ended(AT, Outcome.ACCEPTED, "proven")
                .ejected(new Ejection("red", "check fails", List.of(), "token " + Records.SECRET, AT));
        recorded(view("a", PackageState.RUNNING, attempt));
        recorded(view("a", PackageState.RUNNING, attempt));

        PackageRow row = reads.packages(plan).getLast();
        assertThat(row.state()).isEqualTo("running");
        assertThat(row.paused()).isTrue();
        assertThat(row.readyAt()).isEqualTo(AT);
        assertThat(row.reason()).startsWith("because").doesNotContain(Records.SECRET);
        assertThat(reads.attempts(plan)).singleElement().satisfies(stored -> {
            assertThat(stored.outcome()).isEqualTo("accepted");
            assertThat(stored.ejection()).contains("check fails").doesNotContain(Records.SECRET);
        });
        assertThat(reads.find(plan).orElseThrow().headCommit()).isEqualTo("head-1");
        assertThat(reads.version(plan)).hasValue(3L);
    }

    @Test
    void anAddedPackageComesLast() {
        activities.record(
                new RecordProgress(plan, PlanStatus.RUNNING, "", null, HEAD, "base", List.of(), List.of(pack("c"))));

        assertThat(reads.packages(plan)).extracting(PackageRow::id).containsExactly("b", "a", "c");
    }

    @Test
    void theFirstOutcomeOfAPlanStays() {
        recorded(view("a", PackageState.RUNNING, AttemptView.started(1, plan + ".a.1", AT)));
        PlanOutcome outcome = new PlanOutcome(
                PlanStatus.PARTIAL,
                Cause.NEEDS_PERSON,
                "1 of 2",
                "head-2",
                Delivery.NONE,
                List.of(view("a", PackageState.INTEGRATED), view("b", PackageState.BLOCKED)));
        activities.finish(new FinishPlan(plan, outcome));
        activities.finish(new FinishPlan(
                plan, new PlanOutcome(PlanStatus.FAILED, Cause.NONE, "late", null, Delivery.NONE, outcome.packages())));
        recorded(view("a", PackageState.RUNNING));

        PlanRow row = reads.find(plan).orElseThrow();
        assertThat(row.status()).isEqualTo("partial");
        assertThat(row.reason()).isEqualTo("1 of 2");
        assertThat(row.finishedAt()).isNotNull();
        assertThat(reads.counts(plan)).containsOnlyKeys("integrated", "blocked");
        assertThat(reads.attempts(plan)).extracting(AttemptRow::taskId).containsExactly(plan + ".a.1");
    }

    @Test
    void aPlanWithoutSessionsHasSpentNothingAndNoTaskHasEnded() {
        recorded(view("a", PackageState.RUNNING, AttemptView.started(1, plan + ".a.1", AT)));

        assertThat(activities.spent(new AskSpent(plan)).costUsd()).isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(activities.ended(new AskEnded(plan, List.of(plan + ".a.1"))).tasks())
                .isEmpty();
        assertThat(reads.tasks(plan)).isEmpty();
    }

    @Test
    void thePromptOfANewAttemptSaysWhatPeopleSaidAndWhyTheOneBeforeWasEjected() {
        Prompt prompt = activities.brief(new BriefAttempt(
                plan,
                "a",
                2,
                Prompt.inline("Fix the retry"),
                List.of("mind the locks"),
                plan + ".a.1",
                new Verdict.Red("a", "unit", "1 failed: ``` " + Records.SECRET)));

        assertThat(prompt.text())
                .startsWith("Fix the retry")
                .contains("mind the locks", "the check `unit` fails", "````\n1 failed")
                .doesNotContain(Records.SECRET);
    }
}
