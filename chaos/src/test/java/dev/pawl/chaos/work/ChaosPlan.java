package dev.pawl.chaos.work;

import dev.pawl.chaos.stack.Site;
import dev.pawl.db.plan.AttemptRow;
import dev.pawl.db.plan.PackageRow;
import dev.pawl.db.plan.PlanReads;
import dev.pawl.db.plan.PlanRow;
import dev.pawl.db.repository.Repositories;
import dev.pawl.workflows.activity.TaskQueues;
import dev.pawl.workflows.model.plan.PackageRequest;
import dev.pawl.workflows.model.plan.PlanLimits;
import dev.pawl.workflows.model.plan.PlanRequest;
import dev.pawl.workflows.model.request.AgentSpec;
import dev.pawl.workflows.model.request.CheckSpec;
import dev.pawl.workflows.model.request.Must;
import dev.pawl.workflows.model.request.Prompt;
import dev.pawl.workflows.model.request.TaskRequest;
import dev.pawl.workflows.model.request.WorkspaceSpec;
import dev.pawl.workflows.plan.PlanWorkflow;
import dev.pawl.workflows.plan.state.PlanInput;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * A plan whose packages all change one file, at places that git merges, and a directory of their own; from the fifth on
 * they use what others made. Whatever the order of merges, the same files result.
 */
public final class ChaosPlan {
    private static final int PARALLEL = 4;

    private final Site site;
    private final String id = "p-" + UUID.randomUUID();
    private final int size;
    private final Path control;
    private final GitFiles source;
    private final PlanReads plans;

    public ChaosPlan(Site site, int size) {
        this.site = site;
        this.size = size;
        this.control = Control.make(site.control().resolve(id));
        this.source = GitFiles.make(site.sources().resolve(id), files());
        this.plans = Repositories.on(site.database()).plans();
    }

    private Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        StringBuilder index = new StringBuilder();
        for (String name : names()) {
            files.put(name + "/input.txt", "the input of " + name + "\n");
            // Far enough from its neighbours to be merged.
            index.append(name).append(" open\n").append(".\n".repeat(8));
        }
        files.put("index.txt", index.toString());
        return files;
    }

    public String id() {
        return id;
    }

    /** The ids of its packages. */
    public List<String> names() {
        return IntStream.range(0, size).mapToObj(ChaosPlan::name).toList();
    }

    /** The user's repository. */
    public GitFiles source() {
        return source;
    }

    /** What the scripts of all packages did. */
    public Ledger ledger() {
        return Ledger.read(control.resolve("ledger"));
    }

    public PlanRow row() {
        return plans.find(id).orElseThrow();
    }

    public boolean finished() {
        return plans.find(id).filter(row -> row.finishedAt() != null).isPresent();
    }

    public List<PackageRow> packages() {
        return plans.packages(id);
    }

    public List<AttemptRow> attempts() {
        return plans.attempts(id);
    }

    /** The rows of one of its tasks. */
    public Rows rows(String taskId) {
        return new Rows(site.database(), taskId);
    }

    public void start() {
        PlanWorkflow plan = site.engine()
                .newWorkflowStub(
                        PlanWorkflow.class,
                        WorkflowOptions.newBuilder()
                                .setWorkflowId(id)
                                .setTaskQueue(TaskQueues.TASKS)
                                .build());
        WorkflowClient.start(plan::run, PlanInput.first(request()));
    }

    private PlanRequest request() {
        return PlanRequest.builder(
                        "Chaos",
                        WorkspaceSpec.isolated(source.directory().toString()),
                        IntStream.range(0, size).mapToObj(this::pack).toList())
                .limits(new PlanLimits(PARALLEL, null, null, null))
                .checks(List.of(check("merged", "all")))
                .interactive(false)
                .build();
    }

    private PackageRequest pack(int i) {
        List<String> needs = new ArrayList<>();
        if (i >= PARALLEL) {
            needs.add(name(i - PARALLEL));
            if (i % 3 == 0) {
                needs.add(name(i - PARALLEL + 1));
            }
        }
        List<String> names = new ArrayList<>(List.of(name(i)));
        names.addAll(needs);
        String argument = String.join(",", names);
        TaskRequest task = TaskRequest.builder(
                        "Package " + name(i),
                        Prompt.inline("Write the result of " + name(i)),
                        AgentSpec.command(Script.command(control, "package", argument)))
                .limits(ChaosTask.LIMITS)
                .files(List.of(name(i) + "/result.txt"))
                .owns(List.of(name(i) + "/**"))
                .checks(List.of(check("packaged", argument)))
                .interactive(false)
                .build();
        return new PackageRequest(name(i), task).needing(needs).touching(List.of("index.txt"));
    }

    private CheckSpec check(String role, String argument) {
        return new CheckSpec(
                role,
                String.join(" ", Script.command(control, role, argument)),
                Duration.ofMinutes(5),
                Must.PASS,
                0,
                null);
    }

    private static String name(int i) {
        return "p%02d".formatted(i);
    }
}
