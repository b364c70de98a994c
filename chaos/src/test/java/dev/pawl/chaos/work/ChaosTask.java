package dev.pawl.chaos.work;

import dev.pawl.chaos.stack.Site;
import dev.pawl.host.directory.HostDirectories;
import dev.pawl.workflows.activity.TaskQueues;
import dev.pawl.workflows.model.request.AgentSpec;
import dev.pawl.workflows.model.request.CheckSpec;
import dev.pawl.workflows.model.request.JudgeSpec;
import dev.pawl.workflows.model.request.Limits;
import dev.pawl.workflows.model.request.Must;
import dev.pawl.workflows.model.request.Prompt;
import dev.pawl.workflows.model.request.TaskRequest;
import dev.pawl.workflows.model.request.WorkspaceSpec;
import dev.pawl.workflows.task.TaskWorkflow;
import dev.pawl.workflows.task.state.TaskInput;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** A task of scripted agents and checks, started in the engine as any client may. */
public final class ChaosTask {
    static final Limits LIMITS = new Limits(3, null, Duration.ofMinutes(10), Duration.ofMinutes(10), null, null);

    private final Site site;
    private final Scenario scenario;
    private final String id = "task-" + UUID.randomUUID();
    private final Control control;
    private final Rows rows;

    public ChaosTask(Site site, Scenario scenario) {
        this.site = site;
        this.scenario = scenario;
        this.control = new Control(
                site.control().resolve(id), site.heldSnapshots().resolve(HostDirectories.segment(id) + ".git"));
        this.rows = new Rows(site.database(), id);
    }

    public String id() {
        return id;
    }

    public Control control() {
        return control;
    }

    public Rows rows() {
        return rows;
    }

    public void start() {
        TaskWorkflow workflow = site.engine()
                .newWorkflowStub(
                        TaskWorkflow.class,
                        WorkflowOptions.newBuilder()
                                .setWorkflowId(id)
                                .setTaskQueue(TaskQueues.TASKS)
                                .build());
        WorkflowClient.start(workflow::run, TaskInput.first(request()));
    }

    /** The task's workflow for messages. */
    public TaskWorkflow workflow() {
        return site.engine().newWorkflowStub(TaskWorkflow.class, id);
    }

    private TaskRequest request() {
        return TaskRequest.builder(
                        "Chaos " + scenario,
                        Prompt.inline("Write result.txt with three parts."),
                        AgentSpec.command(command("agent", scenario.kind())))
                .workspace(workspace())
                .limits(LIMITS)
                .files(List.of("result.txt"))
                .checks(List.of(new CheckSpec(
                        "parts",
                        String.join(" ", command("check", scenario.kind())),
                        Duration.ofMinutes(5),
                        Must.PASS,
                        0,
                        null)))
                .judge(
                        scenario.judged()
                                ? new JudgeSpec(
                                        "All parts", AgentSpec.COMMAND, null, command("judge", "plain"), 0.7, 0.5)
                                : null)
                .interactive(scenario == Scenario.ASKS)
                .build();
    }

    private WorkspaceSpec workspace() {
        return scenario.inPlace()
                ? WorkspaceSpec.inPlace(
                        Control.make(site.sources().resolve(id).resolve("work")).toString())
                : WorkspaceSpec.empty();
    }

    private List<String> command(String role, String kind) {
        return Script.command(control.directory(), role, kind);
    }
}
