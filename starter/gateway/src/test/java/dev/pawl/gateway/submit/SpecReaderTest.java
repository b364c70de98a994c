package dev.pawl.gateway.submit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.Duration;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import com.google.rpc.BadRequest.FieldViolation;
import dev.pawl.api.client.CommandTime;
import dev.pawl.api.v1.AgentSpec;
import dev.pawl.api.v1.Breakpoint;
import dev.pawl.api.v1.BreakpointMoment;
import dev.pawl.api.v1.CheckSpec;
import dev.pawl.api.v1.DeliverMode;
import dev.pawl.api.v1.Escalation;
import dev.pawl.api.v1.JudgeProvider;
import dev.pawl.api.v1.JudgeSpec;
import dev.pawl.api.v1.Limits;
import dev.pawl.api.v1.Must;
import dev.pawl.api.v1.NetworkAccess;
import dev.pawl.api.v1.SandboxKind;
import dev.pawl.api.v1.SetupSpec;
import dev.pawl.api.v1.TaskBreach;
import dev.pawl.api.v1.TaskSpec;
import dev.pawl.api.v1.TestChanges;
import dev.pawl.api.v1.VerifyMode;
import dev.pawl.api.v1.WaitEnd;
import dev.pawl.api.v1.WaitSpec;
import dev.pawl.api.v1.WatchedFiles;
import dev.pawl.api.v1.WorkspaceMode;
import dev.pawl.api.v1.WorkspaceSpec;
import dev.pawl.gateway.TaskSpecs;
import dev.pawl.workflows.model.request.Prompt;
import dev.pawl.workflows.model.request.SandboxSpec;
import dev.pawl.workflows.model.request.StepTime;
import dev.pawl.workflows.model.request.TaskRequest;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SpecReaderTest {
    private static final Prompt PROMPT = Prompt.inline("Do it.");

    @Test
    void omittedKeysHaveTheirDefaults() {
        TaskRequest request =
                read(TaskSpecs.valid().addChecks(CheckSpec.newBuilder().setRun("make test")));
        assertThat(request.limits()).isEqualTo(dev.pawl.workflows.model.request.Limits.DEFAULT);
        assertThat(request.workspace()).isEqualTo(dev.pawl.workflows.model.request.WorkspaceSpec.empty());
        assertThat(request.verify()).isEqualTo(dev.pawl.workflows.model.request.VerifyMode.CLEAN_CHECKOUT);
        assertThat(request.deliver()).isEqualTo(dev.pawl.workflows.model.request.DeliverMode.NONE);
        assertThat(request.interactive()).isTrue();
        assertThat(request.judge()).isNull();
        assertThat(request.checks())
                .containsExactly(new dev.pawl.workflows.model.request.CheckSpec(
                        "make test",
                        "make test",
                        java.time.Duration.ofMinutes(10),
                        dev.pawl.workflows.model.request.Must.PASS,
                        0,
                        null));
    }

    @Test
    void everyFieldReachesTheRequest() {
        TaskRequest request = read(TaskSpec.newBuilder()
                .setTitle("All")
                .setPrompt("Do it.")
                .setAgent(AgentSpec.newBuilder()
                        .setName("claude-code")
                        .setModel("large")
                        .setContinue(true))
                .setWorkspace(WorkspaceSpec.newBuilder()
                        .setSource("/src/project")
                        .setMode(WorkspaceMode.WORKSPACE_MODE_IN_PLACE)
                        .setIncludeUncommitted(true)
                        .setSandbox(SandboxKind.SANDBOX_KIND_BUBBLEWRAP)
                        .setNetwork(NetworkAccess.NETWORK_ACCESS_AGENT)
                        .addAllowHosts("api.example.org"))
                .setLimits(Limits.newBuilder()
                        .setIterations(7)
                        .setTurns(30)
                        .setTime(seconds(60))
                        .setIdle(seconds(10))
                        .setCostUsd("2.50")
                        .setTokens(2_000_000)
                        .setOnBreach(TaskBreach.TASK_BREACH_ASK))
                .addFiles("a.py")
                .addOwns("src/**")
                .addProtect("tests/**")
                .addRemoves("old.py")
                .setTests(
                        TestChanges.newBuilder().addMayChange("tests/legacy/**").addMayRemove("tests/old/"))
                .addSetup(SetupSpec.newBuilder().setRun("make deps").setTimeout(seconds(1500)))
                .addChecks(CheckSpec.newBuilder()
                        .setName("unit")
                        .setRun("pytest")
                        .setTimeout(seconds(120))
                        .setMust(Must.MUST_NO_NEW_FAILURES)
                        .setRetries(2)
                        .setJunit("build/*.xml"))
                .setVerify(VerifyMode.VERIFY_MODE_WORKSPACE)
                .setDeliver(DeliverMode.DELIVER_MODE_BRANCH)
                .setJudge(JudgeSpec.newBuilder().setRubric("Clear").setAccept(0.4))
                .addBreakpoints(moment(BreakpointMoment.BREAKPOINT_MOMENT_ON_RED_CHECK))
                .addBreakpoints(moment(BreakpointMoment.BREAKPOINT_MOMENT_BEFORE_DELIVER))
                .addBreakpoints(Breakpoint.newBuilder().setCheckFailed("unit"))
                .addBreakpoints(Breakpoint.newBuilder().setScoreBelow(0.8))
                .addBreakpoints(Breakpoint.newBuilder().setCostAboveUsd("2.00"))
                .addBreakpoints(Breakpoint.newBuilder().setIterationsOver(3))
                .addBreakpoints(Breakpoint.newBuilder()
                        .setFilesMatching(WatchedFiles.newBuilder().addGlobs("db/**")))
                .addBreakpoints(Breakpoint.newBuilder().setDiffOver(400))
                .setPersonWait(WaitSpec.newBuilder()
                        .addRemind(seconds(3600))
                        .addEscalate(
                                Escalation.newBuilder().setAfter(seconds(7200)).setTo("lead"))
                        .setDeadline(seconds(10_000))
                        .setThen(WaitEnd.WAIT_END_CONTINUE))
                .addLabels("nightly")
                .setInteractive(false));
        assertThat(request)
                .isEqualTo(TaskRequest.builder(
                                "All",
                                PROMPT,
                                dev.pawl.workflows.model.request.AgentSpec.of("claude-code")
                                        .withModel("large")
                                        .continuing())
                        .workspace(dev.pawl.workflows.model.request.WorkspaceSpec.inPlace("/src/project")
                                .includingUncommitted()
                                .sandboxed(new SandboxSpec(
                                        dev.pawl.workflows.model.request.NetworkAccess.AGENT,
                                        List.of("api.example.org"))))
                        .limits(new dev.pawl.workflows.model.request.Limits(
                                7,
                                30,
                                java.time.Duration.ofMinutes(1),
                                java.time.Duration.ofSeconds(10),
                                new BigDecimal("2.50"),
                                2_000_000L,
                                dev.pawl.workflows.model.request.TaskBreach.ASK))
                        .files(List.of("a.py"))
                        .owns(List.of("src/**"))
                        .protect(List.of("tests/**"))
                        .removes(List.of("old.py"))
                        .tests(new dev.pawl.workflows.model.request.TestChanges(
                                List.of("tests/legacy/**"), List.of("tests/old/")))
                        .setup(List.of(new dev.pawl.workflows.model.request.SetupSpec(
                                "make deps", java.time.Duration.ofMinutes(25))))
                        .checks(List.of(new dev.pawl.workflows.model.request.CheckSpec(
                                "unit",
                                "pytest",
                                java.time.Duration.ofMinutes(2),
                                dev.pawl.workflows.model.request.Must.NO_NEW_FAILURES,
                                2,
                                "build/*.xml")))
                        .verify(dev.pawl.workflows.model.request.VerifyMode.WORKSPACE)
                        .deliver(dev.pawl.workflows.model.request.DeliverMode.BRANCH)
                        .judge(new dev.pawl.workflows.model.request.JudgeSpec(
                                "Clear", "claude-code", null, List.of(), 0.4, 0.4))
                        .breakpoints(List.of(
                                new dev.pawl.workflows.model.breakpoint.Breakpoint.At(
                                        dev.pawl.workflows.model.breakpoint.BreakpointMoment.ON_RED_CHECK),
                                new dev.pawl.workflows.model.breakpoint.Breakpoint.At(
                                        dev.pawl.workflows.model.breakpoint.BreakpointMoment.BEFORE_DELIVER),
                                new dev.pawl.workflows.model.breakpoint.Breakpoint.CheckFailed("unit"),
                                new dev.pawl.workflows.model.breakpoint.Breakpoint.ScoreBelow(0.8),
                                new dev.pawl.workflows.model.breakpoint.Breakpoint.CostAbove(new BigDecimal("2.00")),
                                new dev.pawl.workflows.model.breakpoint.Breakpoint.IterationsOver(3),
                                new dev.pawl.workflows.model.breakpoint.Breakpoint.FilesMatching(List.of("db/**")),
                                new dev.pawl.workflows.model.breakpoint.Breakpoint.DiffOver(400)))
                        .personWait(new dev.pawl.workflows.model.wait.WaitSpec(
                                List.of(java.time.Duration.ofHours(1)),
                                List.of(new dev.pawl.workflows.model.wait.Escalation(
                                        java.time.Duration.ofHours(2), "lead")),
                                java.time.Duration.ofSeconds(10_000),
                                dev.pawl.workflows.model.wait.WaitEnd.CONTINUE))
                        .labels(List.of("nightly"))
                        .interactive(false)
                        .build());
    }

    @Test
    void settingsOfAnAgentReachTheTaskByTheirName() {
        AgentSpec agent = AgentSpec.newBuilder()
                .setName("codex")
                .addArgs("--search")
                .addEnv("MY_TOKEN")
                .setAlias("quick")
                .build();

        assertThat(read(TaskSpecs.valid().setAgent(agent)).agent())
                .isEqualTo(dev.pawl.workflows.model.request.AgentSpec.of("codex")
                        .withArgs(List.of("--search"))
                        .withEnv(List.of("MY_TOKEN"))
                        .aliased("quick"));
    }

    @Test
    void agentsThatStandReadyAreReadInTheirOrderAndHaveNamesOfTheirOwn() throws InvalidProtocolBufferException {
        AgentSpec codex = AgentSpec.newBuilder().setName("codex").build();
        TaskSpec.Builder task = TaskSpecs.valid()
                .setAgent(AgentSpec.newBuilder().setName("claude-code"))
                .addFallbacks(codex)
                .addFallbacks(AgentSpec.newBuilder().setName("gemini"));

        assertThat(read(task).lineup())
                .extracting(dev.pawl.workflows.model.request.AgentSpec::called)
                .containsExactly("claude-code", "codex", "gemini");
        assertThat(faults(task.addFallbacks(codex))).containsExactly("task.fallbacks[2]");
    }

    @Test
    void hostsThatAreNoneOrHaveNoNetworkAreRefused() throws InvalidProtocolBufferException {
        for (String host : List.of("https://a.example.org", "a..b", "*", "a:0", "a:70000", "")) {
            assertThat(faults(TaskSpecs.valid().setWorkspace(sandboxed().addAllowHosts(host))))
                    .as(host)
                    .containsExactly("task.workspace.allow_hosts");
        }
        assertThat(faults(TaskSpecs.valid()
                        .setWorkspace(sandboxed()
                                .setNetwork(NetworkAccess.NETWORK_ACCESS_HOST)
                                .addAllowHosts("a.example.org"))))
                .containsExactly("task.workspace.allow_hosts");
    }

    @Test
    void limitsOfTheNetworkThatNothingWouldKeepAreRefused() throws InvalidProtocolBufferException {
        assertThat(faults(TaskSpecs.valid()
                        .setWorkspace(WorkspaceSpec.newBuilder()
                                .setNetwork(NetworkAccess.NETWORK_ACCESS_NONE)
                                .addAllowHosts("a.example.org"))))
                .containsExactlyInAnyOrder("task.workspace.network", "task.workspace.allow_hosts");
    }

    private static WorkspaceSpec.Builder sandboxed() {
        return WorkspaceSpec.newBuilder().setSandbox(SandboxKind.SANDBOX_KIND_BUBBLEWRAP);
    }

    @Test
    void settingsThatSwitchOffWhatPawlReliesOnAreRefused() throws InvalidProtocolBufferException {
        AgentSpec agent = AgentSpec.newBuilder()
                .setName("codex")
                .addArgs("--sandbox=danger-full-access")
                .addEnv("MY_TOKEN")
                .addEnv("SPRING_DATASOURCE_PASSWORD")
                .build();

        assertThat(faults(TaskSpecs.valid().setAgent(agent)))
                .containsExactlyInAnyOrder("task.agent.args", "task.agent.env[1]");
    }

    @Test
    void aHomeThatIsNotExpandedIsRefusedByName() throws InvalidProtocolBufferException {
        AgentSpec agent = AgentSpec.newBuilder()
                .setName("command")
                .addCommand("agent")
                .addCommand("~/settings")
                .build();

        assertThat(faults(TaskSpecs.valid().setAgent(agent))).containsExactly("task.agent.command[1]");
    }

    @Test
    void aJudgeIsAnAgentOrAModelServerAndNeverBoth() throws InvalidProtocolBufferException {
        JudgeSpec judge = JudgeSpec.newBuilder()
                .setRubric("Clear")
                .setProvider(JudgeProvider.JUDGE_PROVIDER_OLLAMA)
                .setModel("m")
                .setSamples(3)
                .build();

        assertThat(read(TaskSpecs.valid().setJudge(judge)).judge())
                .isEqualTo(new dev.pawl.workflows.model.request.JudgeSpec(
                        "Clear",
                        null,
                        "m",
                        List.of(),
                        0.7,
                        0.5,
                        new dev.pawl.workflows.model.request.JudgeServer(
                                dev.pawl.workflows.model.request.JudgeProvider.OLLAMA, 3)));
        assertThat(faults(TaskSpecs.valid()
                        .setJudge(judge.toBuilder().setAgent("codex").setSamples(6))))
                .containsExactlyInAnyOrder("task.judge", "task.judge.samples");
        assertThat(faults(TaskSpecs.valid().setJudge(judge.toBuilder().clearModel())))
                .containsExactly("task.judge");
        assertThat(faults(TaskSpecs.valid().setJudge(judge.toBuilder().clearProvider())))
                .containsExactly("task.judge.samples");
    }

    @Test
    void aTaskWhoseCommandsMayTakeTooLongIsRefusedWithTheSumAndTheBound() throws InvalidProtocolBufferException {
        TaskSpec.Builder spec = TaskSpecs.valid()
                .addSetup(SetupSpec.newBuilder().setRun("npm ci").setTimeout(seconds(23 * 3600)))
                .addChecks(CheckSpec.newBuilder().setRun("npm test").setRetries(5));

        assertThat(faults(spec)).containsExactly("task.checks");
        assertThatThrownBy(() -> read(spec)).hasMessageContaining("24h17m30s").hasMessageContaining("at most 24h");
    }

    @Test
    void clientsAndTheServiceCountAlike() {
        assertThat(CommandTime.DEFAULT).isEqualTo(StepTime.COMMAND);
        assertThat(CommandTime.CHECK)
                .isEqualTo(
                        read(TaskSpecs.valid().addChecks(CheckSpec.newBuilder().setRun("true")))
                                .checks()
                                .getFirst()
                                .timeout());
        assertThat(CommandTime.ENDING).isEqualTo(StepTime.ENDING);
        assertThat(CommandTime.MAX).isEqualTo(StepTime.MAX_PASS);
        assertThat(CommandTime.DETECTED)
                .isEqualTo(StepTime.COMMAND.plus(StepTime.ENDING).multipliedBy(StepTime.DETECTED_CHECKS));
    }

    @Test
    void oneFaultNeverHidesAnother() throws InvalidProtocolBufferException {
        assertThat(faults(TaskSpec.newBuilder()
                        .setTitle("x".repeat(201))
                        .setAgent(AgentSpec.newBuilder().setName("claude-code").addCommand("ls"))
                        .setWorkspace(WorkspaceSpec.newBuilder().setMode(WorkspaceMode.WORKSPACE_MODE_IN_PLACE))
                        .setLimits(Limits.newBuilder()
                                .setIterations(1001)
                                .setTurns(0)
                                .setTime(seconds(0))
                                .setIdle(seconds(-1))
                                .setCostUsd("0"))
                        .setPersonWait(WaitSpec.newBuilder()
                                .addRemind(seconds(0))
                                .addEscalate(Escalation.newBuilder().setAfter(seconds(1)))
                                .setDeadline(seconds(1L << 40)))
                        .addFiles("ok.txt")
                        .addFiles("/etc/passwd")
                        .addOwns("")
                        .addProtect("a/../../b")
                        .addRemoves("/x")
                        .setTests(TestChanges.newBuilder().addMayChange("../x").addMayRemove(" "))
                        .addSetup(SetupSpec.newBuilder().setRun(" ").setTimeout(seconds(0)))
                        .addChecks(CheckSpec.newBuilder().setName("a").setRun("true"))
                        .addChecks(CheckSpec.newBuilder()
                                .setName("a")
                                .setRetries(6)
                                .setTimeout(seconds(0))
                                .setJunit("/tmp/x.xml"))
                        .setJudge(JudgeSpec.newBuilder().setAccept(1.5).setClarify(-1))
                        .addBreakpoints(Breakpoint.getDefaultInstance())
                        .addBreakpoints(moment(BreakpointMoment.BREAKPOINT_MOMENT_BEFORE_DELIVER))
                        .addBreakpoints(Breakpoint.newBuilder().setCheckFailed("b"))
                        .addBreakpoints(Breakpoint.newBuilder().setScoreBelow(0))
                        .addBreakpoints(Breakpoint.newBuilder().setCostAboveUsd("much"))
                        .addBreakpoints(Breakpoint.newBuilder().setIterationsOver(0))
                        .addBreakpoints(Breakpoint.newBuilder().setFilesMatching(WatchedFiles.getDefaultInstance()))
                        .addBreakpoints(Breakpoint.newBuilder().setDiffOver(-1))
                        .addLabels("")))
                .containsExactlyInAnyOrder(
                        "task.title",
                        "task.agent",
                        "task.workspace",
                        "task.limits.iterations",
                        "task.limits.turns",
                        "task.limits.time",
                        "task.limits.idle",
                        "task.limits.cost_usd",
                        "task.person_wait.remind[0]",
                        "task.person_wait.escalate[0].to",
                        "task.person_wait.deadline",
                        "task.files[1]",
                        "task.owns[0]",
                        "task.protect[0]",
                        "task.removes[0]",
                        "task.tests.may_change[0]",
                        "task.tests.may_remove[0]",
                        "task.setup[0].run",
                        "task.setup[0].timeout",
                        "task.checks[1].name",
                        "task.checks[1].run",
                        "task.checks[1].retries",
                        "task.checks[1].timeout",
                        "task.checks[1].junit",
                        "task.judge.rubric",
                        "task.judge.accept",
                        "task.judge.clarify",
                        "task.breakpoints[0]",
                        "task.breakpoints[1]",
                        "task.breakpoints[2]",
                        "task.breakpoints[3]",
                        "task.breakpoints[4]",
                        "task.breakpoints[5]",
                        "task.breakpoints[6]",
                        "task.breakpoints[7]",
                        "task.labels[0]");
    }

    @Test
    void aTaskNamesFilesToTakeAlongAndVariables() {
        TaskSpec.Builder spec = TaskSpecs.valid()
                .setWorkspace(WorkspaceSpec.newBuilder()
                        .setSource("/src")
                        .addCopy(".env")
                        .addCopy("!*.bin"))
                .addEnvironment("DATABASE_URL");

        assertThat(read(spec).workspace().copy()).containsExactly(".env", "!*.bin");
        assertThat(read(spec).environment()).containsExactly("DATABASE_URL");
    }

    @Test
    void filesOutsideOfTheWorkspaceAndPrivateVariablesAreRefused() throws Exception {
        assertThat(faults(TaskSpecs.valid()
                        .setWorkspace(
                                WorkspaceSpec.newBuilder().setSource("/src").addCopy("!../x"))
                        .addEnvironment("A=b")
                        .addEnvironment("TMPDIR")))
                .containsExactlyInAnyOrder("task.workspace", "task.environment[0]", "task.environment[1]");
        assertThat(faults(TaskSpecs.valid()
                        .setWorkspace(WorkspaceSpec.newBuilder().addCopy(".env"))))
                .containsExactly("task.workspace");
    }

    @Test
    void anUnknownBreakpointIsAnsweredWithTheAllowedOnes() {
        assertThatThrownBy(() ->
                        read(TaskSpecs.valid().addBreakpoints(moment(BreakpointMoment.BREAKPOINT_MOMENT_UNSPECIFIED))))
                .hasMessageContaining("before_accept, before_deliver, after_iteration, on_red_check");
    }

    @Test
    void aBreakpointBeyondTheLastIterationIsRefused() {
        assertThatThrownBy(() -> read(TaskSpecs.valid()
                        .setLimits(Limits.newBuilder().setIterations(3))
                        .addBreakpoints(Breakpoint.newBuilder().setIterationsOver(3))))
                .hasMessageContaining("at most 3 iterations");
    }

    private static Breakpoint.Builder moment(BreakpointMoment moment) {
        return Breakpoint.newBuilder().setMoment(moment);
    }

    private static TaskRequest read(TaskSpec.Builder spec) {
        return new SpecReader(spec.build(), new Violations()).read(PROMPT);
    }

    private static List<String> faults(TaskSpec.Builder spec) throws InvalidProtocolBufferException {
        StatusRuntimeException refused = catchThrowableOfType(StatusRuntimeException.class, () -> read(spec));
        return Objects.requireNonNull(StatusProto.fromThrowable(refused))
                .getDetails(0)
                .unpack(BadRequest.class)
                .getFieldViolationsList()
                .stream()
                .map(FieldViolation::getField)
                .toList();
    }

    private static Duration seconds(long seconds) {
        return Duration.newBuilder().setSeconds(seconds).build();
    }
}
