package dev.pawl.task;

import dev.pawl.db.content.LocalContentStore;
import dev.pawl.db.host.Hosts;
import dev.pawl.db.provider.ProviderLimits;
import dev.pawl.record.content.Texts;
import dev.pawl.task.budget.AccountBudgets;
import dev.pawl.task.budget.BudgetGate;
import dev.pawl.task.budget.Spending;
import dev.pawl.task.decision.Decider;
import dev.pawl.task.decision.FeedbackText;
import dev.pawl.task.prompt.PromptComposer;
import dev.pawl.task.prompt.Prompts;
import dev.pawl.task.provider.ProviderGate;
import dev.pawl.testing.Records;
import dev.pawl.workflows.activity.task.TaskActivities;
import dev.pawl.workflows.codec.PawlDataConverter;
import dev.pawl.workflows.model.evidence.AgentReport;
import dev.pawl.workflows.model.evidence.CheckEvidence;
import dev.pawl.workflows.model.evidence.CheckState;
import dev.pawl.workflows.model.evidence.DiffSummary;
import dev.pawl.workflows.model.evidence.Ending;
import dev.pawl.workflows.model.evidence.Evidence;
import dev.pawl.workflows.model.request.AgentSpec;
import dev.pawl.workflows.model.request.CheckSpec;
import dev.pawl.workflows.model.request.Limits;
import dev.pawl.workflows.model.request.Must;
import dev.pawl.workflows.model.request.Prompt;
import dev.pawl.workflows.model.request.TaskRequest;
import dev.pawl.workflows.policy.PolicyInput;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.testing.TestActivityEnvironment;
import io.temporal.testing.TestEnvironmentOptions;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Task activities on a real database, called as the engine calls them. */
final class TaskFixture implements AutoCloseable {
    final Records records = new Records();
    final Texts texts;
    final TaskActivities activities;
    AccountBudgets budgets = AccountBudgets.NONE;
    private final TestActivityEnvironment engine =
            TestActivityEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
                    .setWorkflowClientOptions(WorkflowClientOptions.newBuilder()
                            .setDataConverter(PawlDataConverter.create(records.claims()))
                            .build())
                    .build());

    TaskFixture(Path home) {
        this.texts = new Texts(new LocalContentStore(home));
        engine.registerActivitiesImplementations(activitiesOf("here"));
        this.activities = engine.newActivityStub(TaskActivities.class);
    }

    /** As another worker would run them; not for activities that need to know who runs them. */
    TaskActivities activitiesOf(String hostId) {
        Prompts prompts = new Prompts();
        return new TaskActivitiesImpl(
                new TaskRecords(
                        records.tasks, records.iterations, records.sessions, records.questions, records.decisions),
                new PromptComposer(prompts, texts, records.redaction),
                new Decider(
                        new Spending(records.tasks, records.judgeCalls),
                        new FeedbackText(prompts, records.redaction),
                        texts,
                        records.decisions,
                        records.iterations,
                        records.events,
                        records.json),
                new ProviderGate(
                        new ProviderLimits(records.jdbc),
                        new BudgetGate(budgets, records.reservations, Clock.systemUTC())),
                records.events,
                records.json,
                new TaskHosts(new Hosts(records.jdbc), hostId),
                List::of,
                () -> "engine-1");
    }

    static TaskRequest request(String prompt) {
        return TaskRequest.builder("Calculator", Prompt.inline(prompt), AgentSpec.of("claude-code"))
                .checks(List.of(new CheckSpec("tests", "make test", Duration.ofMinutes(1), Must.PASS, 0, null)))
                .labels(List.of("nightly"))
                .build();
    }

    /** The policy's input on an iteration whose only check is red. */
    static PolicyInput red(String output) {
        CheckEvidence check = new CheckEvidence(
                "tests", CheckState.FAILED, 1, false, 1, List.of("test_add"), List.of(), output, null, 10);
        return input(new Evidence(
                "c0ffee", "7ree", new DiffSummary(1, 1, 0, true, null), List.of(), List.of(check), List.of(), false));
    }

    private static PolicyInput input(Evidence evidence) {
        AgentReport report = AgentReport.builder(Ending.FINISHED, "done")
                .session(UUID.randomUUID())
                .durationMillis(10)
                .build();
        return PolicyInput.builder(1, Limits.DEFAULT)
                .report(report)
                .evidence(evidence)
                .build();
    }

    @Override
    public void close() {
        engine.close();
    }
}
