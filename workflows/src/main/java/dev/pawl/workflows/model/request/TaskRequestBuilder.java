package dev.pawl.workflows.model.request;

import dev.pawl.workflows.model.breakpoint.Breakpoint;
import dev.pawl.workflows.model.wait.WaitSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds a task request; {@link #build} refuses inconsistent ones. Not thread-safe. */
public final class TaskRequestBuilder {
    private String title;
    private Prompt prompt;
    private AgentSpec agent;
    private WorkspaceSpec workspace = WorkspaceSpec.empty();
    private Limits limits = Limits.DEFAULT;
    private List<String> files = List.of();
    private List<String> owns = List.of();
    private List<String> protect = List.of();
    private List<SetupSpec> setup = List.of();
    private List<CheckSpec> checks = List.of();
    private VerifyMode verify = VerifyMode.CLEAN_CHECKOUT;
    private DeliverMode deliver = DeliverMode.NONE;
    private @Nullable JudgeSpec judge;
    private List<Breakpoint> breakpoints = List.of();
    private List<String> labels = List.of();
    private boolean interactive = true;
    private List<AgentSpec> fallbacks = List.of();
    private @Nullable String branch;
    private List<String> removes = List.of();
    private TestChanges tests = TestChanges.NONE;
    private List<String> environment = List.of();
    private @Nullable WaitSpec personWait;

    TaskRequestBuilder(String title, Prompt prompt, AgentSpec agent) {
        this.title = title;
        this.prompt = prompt;
        this.agent = agent;
    }

    TaskRequestBuilder(TaskRequest request) {
        this(request.title(), request.prompt(), request.agent());
        workspace = request.workspace();
        limits = request.limits();
        files = request.files();
        owns = request.owns();
        protect = request.protect();
        setup = request.setup();
        checks = request.checks();
        verify = request.verify();
        deliver = request.deliver();
        judge = request.judge();
        breakpoints = request.breakpoints();
        labels = request.labels();
        interactive = request.interactive();
        fallbacks = request.fallbacks();
        branch = request.branch();
        removes = request.removes();
        tests = request.tests();
        environment = request.environment();
        personWait = request.personWait();
    }

    public TaskRequestBuilder title(String title) {
        this.title = title;
        return this;
    }

    public TaskRequestBuilder prompt(Prompt prompt) {
        this.prompt = prompt;
        return this;
    }

    public TaskRequestBuilder agent(AgentSpec agent) {
        this.agent = agent;
        return this;
    }

    public TaskRequestBuilder workspace(WorkspaceSpec workspace) {
        this.workspace = workspace;
        return this;
    }

    public TaskRequestBuilder limits(Limits limits) {
        this.limits = limits;
        return this;
    }

    public TaskRequestBuilder files(List<String> files) {
        this.files = files;
        return this;
    }

    public TaskRequestBuilder owns(List<String> owns) {
        this.owns = owns;
        return this;
    }

    public TaskRequestBuilder protect(List<String> protect) {
        this.protect = protect;
        return this;
    }

    public TaskRequestBuilder setup(List<SetupSpec> setup) {
        this.setup = setup;
        return this;
    }

    public TaskRequestBuilder checks(List<CheckSpec> checks) {
        this.checks = checks;
        return this;
    }

    public TaskRequestBuilder verify(VerifyMode verify) {
        this.verify = verify;
        return this;
    }

    public TaskRequestBuilder deliver(DeliverMode deliver) {
        this.deliver = deliver;
        return this;
    }

    public TaskRequestBuilder judge(@Nullable JudgeSpec judge) {
        this.judge = judge;
        return this;
    }

    public TaskRequestBuilder breakpoints(List<Breakpoint> breakpoints) {
        this.breakpoints = breakpoints;
        return this;
    }

    public TaskRequestBuilder labels(List<String> labels) {
        this.labels = labels;
        return this;
    }

    public TaskRequestBuilder interactive(boolean interactive) {
        this.interactive = interactive;
        return this;
    }

    public TaskRequestBuilder fallbacks(List<AgentSpec> fallbacks) {
        this.fallbacks = fallbacks;
        return this;
    }

    public TaskRequestBuilder branch(@Nullable String branch) {
        this.branch = branch;
        return this;
    }

    public TaskRequestBuilder removes(List<String> removes) {
        this.removes = removes;
        return this;
    }

    public TaskRequestBuilder tests(TestChanges tests) {
        this.tests = tests;
        return this;
    }

    public TaskRequestBuilder environment(List<String> environment) {
        this.environment = environment;
        return this;
    }

    public TaskRequestBuilder personWait(@Nullable WaitSpec personWait) {
        this.personWait = personWait;
        return this;
    }

    /** @throws IllegalArgumentException if a value is out of range, or two values contradict each other */
    public TaskRequest build() {
        return new TaskRequest(
                title,
                prompt,
                agent,
                workspace,
                limits,
                files,
                owns,
                protect,
                setup,
                checks,
                verify,
                deliver,
                judge,
                breakpoints,
                labels,
                interactive,
                fallbacks,
                branch,
                removes,
                tests,
                environment,
                personWait);
    }
}
