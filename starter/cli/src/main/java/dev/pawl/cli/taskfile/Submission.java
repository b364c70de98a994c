package dev.pawl.cli.taskfile;

import com.google.protobuf.Duration;
import dev.pawl.api.v1.AgentSpec;
import dev.pawl.api.v1.CheckSpec;
import dev.pawl.api.v1.ControlMode;
import dev.pawl.api.v1.DeliverMode;
import dev.pawl.api.v1.Inherited;
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
import dev.pawl.api.v1.WorkspaceMode;
import dev.pawl.api.v1.WorkspaceSpec;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Converts a task file to pawl.v1. */
public final class Submission {
    private Submission() {}

    /** @param interactive false ends the task instead of waiting for a person */
    public static TaskSpec of(TaskFile file, boolean interactive) {
        TaskSpec.Builder task = TaskSpec.newBuilder()
                .setTitle(file.title())
                .setPrompt(file.prompt())
                .setAgent(agent(file.agent(), file.continued()))
                .setWorkspace(workspace(file))
                .setLimits(limits(file.limits()))
                .addAllFiles(file.files())
                .addAllOwns(file.owns())
                .addAllProtect(file.protect())
                .addAllRemoves(file.removes())
                .setTests(TestChanges.newBuilder()
                        .addAllMayChange(file.tests().mayChange())
                        .addAllMayRemove(file.tests().mayRemove()))
                .setVerify(VerifyMode.valueOf("VERIFY_MODE_" + constant(file.verify())))
                .setDeliver(DeliverMode.valueOf("DELIVER_MODE_" + constant(file.deliver())))
                .addAllLabels(file.labels())
                .addAllEnvironment(file.environment())
                .setInteractive(interactive);
        set(file.branch(), task::setBranch);
        set(file.personWait(), task::setPersonWait);
        file.agents().stream().skip(1).forEach(fallback -> task.addFallbacks(agent(fallback, file.continued())));
        file.setup().forEach(command -> task.addSetup(setup(command)));
        file.checks().forEach(check -> task.addChecks(check(check)));
        task.addAllBreakpoints(file.breakpoints());
        if (file.judge() != null) {
            task.setJudge(judge(file.judge()));
        }
        return task.build();
    }

    /** Its current settings: later changes of the file affect no submitted task. */
    private static AgentSpec agent(NamedAgent agent, boolean continued) {
        AgentSpec.Builder built = AgentSpec.newBuilder()
                .setName(agent.kind())
                .addAllCommand(agent.command())
                .setContinue(continued && !agent.kind().equals("command"))
                .addAllArgs(agent.args())
                .addAllEnv(agent.env());
        agent.inherit().forEach(part -> built.addInherit(Inherited.valueOf("INHERITED_" + constant(part))));
        set(agent.model(), built::setModel);
        if (!agent.name().equals(agent.kind())) {
            built.setAlias(agent.name());
        }
        return built.build();
    }

    private static WorkspaceSpec workspace(TaskFile file) {
        WorkspaceSpec.Builder workspace = WorkspaceSpec.newBuilder()
                .setMode(WorkspaceMode.valueOf("WORKSPACE_MODE_" + constant(file.mode())))
                .setIncludeUncommitted(file.includeUncommitted())
                .addAllCopy(file.copy())
                .setSandbox(SandboxKind.valueOf("SANDBOX_KIND_" + constant(file.sandbox())))
                .setNetwork(NetworkAccess.valueOf("NETWORK_ACCESS_" + constant(file.network())))
                .addAllAllowHosts(file.allowHosts());
        if (!file.directory().isEmpty()) {
            workspace.setDirectory(file.directory());
        }
        set(file.workspace(), source -> workspace.setSource(source.toString()));
        return workspace.build();
    }

    private static Limits limits(TaskFile.Limits limits) {
        Limits.Builder built = Limits.newBuilder();
        set(limits.iterations(), built::setIterations);
        set(limits.turns(), built::setTurns);
        set(limits.time(), time -> built.setTime(duration(time)));
        set(limits.idle(), idle -> built.setIdle(duration(idle)));
        set(limits.costUsd(), cost -> built.setCostUsd(cost.toPlainString()));
        set(limits.tokens(), tokens -> built.setTokens(tokens));
        set(limits.onBreach(), word -> built.setOnBreach(TaskBreach.valueOf("TASK_BREACH_" + constant(word))));
        return built.build();
    }

    public static SetupSpec setup(TaskFile.Setup setup) {
        SetupSpec.Builder built = SetupSpec.newBuilder().setRun(setup.run());
        set(setup.timeout(), timeout -> built.setTimeout(duration(timeout)));
        return built.build();
    }

    public static CheckSpec check(TaskFile.Check check) {
        CheckSpec.Builder built = CheckSpec.newBuilder()
                .setName(check.name())
                .setRun(check.run())
                .setMust(Must.valueOf("MUST_" + constant(check.must())))
                .setRetries(check.retries());
        set(check.timeout(), timeout -> built.setTimeout(duration(timeout)));
        set(check.junit(), built::setJunit);
        set(check.control(), word -> built.setControl(ControlMode.valueOf("CONTROL_MODE_" + constant(word))));
        return built.build();
    }

    private static JudgeSpec judge(TaskFile.Judge judge) {
        JudgeSpec.Builder built = JudgeSpec.newBuilder()
                .setRubric(judge.rubric())
                .setAgent(judge.agent())
                .addAllCommand(judge.command());
        set(
                judge.provider(),
                provider -> built.setProvider(JudgeProvider.valueOf("JUDGE_PROVIDER_" + constant(provider))));
        set(judge.model(), built::setModel);
        set(judge.samples(), built::setSamples);
        set(judge.accept(), built::setAccept);
        set(judge.clarify(), built::setClarify);
        return built.build();
    }

    private static <T> void set(@Nullable T value, Consumer<T> setter) {
        if (value != null) {
            setter.accept(value);
        }
    }

    private static Duration duration(java.time.Duration duration) {
        return Duration.newBuilder().setSeconds(duration.toSeconds()).build();
    }

    private static String constant(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
