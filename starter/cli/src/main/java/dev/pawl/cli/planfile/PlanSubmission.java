package dev.pawl.cli.planfile;

import com.google.protobuf.Duration;
import dev.pawl.api.v1.DeliverMode;
import dev.pawl.api.v1.NetworkAccess;
import dev.pawl.api.v1.OnFailure;
import dev.pawl.api.v1.PackageSpec;
import dev.pawl.api.v1.PlanLimits;
import dev.pawl.api.v1.PlanSpec;
import dev.pawl.api.v1.SandboxKind;
import dev.pawl.api.v1.WorkspaceMode;
import dev.pawl.api.v1.WorkspaceSpec;
import dev.pawl.cli.taskfile.Submission;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Converts a plan file to pawl.v1. */
public final class PlanSubmission {
    private PlanSubmission() {}

    /** @param interactive false ends a task instead of waiting for a person */
    public static PlanSpec of(PlanFile file, boolean interactive) {
        PlanSpec.Builder plan = PlanSpec.newBuilder()
                .setTitle(file.title())
                .setWorkspace(workspace(file))
                .setLimits(limits(file.limits()))
                .setDeliver(DeliverMode.valueOf("DELIVER_MODE_" + constant(file.deliver())))
                .setSquash(file.squash())
                .addAllLabels(file.labels())
                .addAllEnvironment(file.environment());
        set(file.onFailure(), word -> plan.setOnFailure(OnFailure.valueOf("ON_FAILURE_" + constant(word))));
        set(file.branch(), plan::setBranch);
        file.setup().forEach(command -> plan.addSetup(Submission.setup(command)));
        file.checks().forEach(check -> plan.addChecks(Submission.check(check)));
        file.packages().forEach(each -> plan.addPackages(spec(each, interactive)));
        return plan.build();
    }

    private static PackageSpec spec(PlannedPackage planned, boolean interactive) {
        PackageSpec.Builder spec = PackageSpec.newBuilder()
                .setId(planned.id())
                .setTask(Submission.of(planned.task(), interactive).toBuilder()
                        .clearWorkspace()
                        .clearDeliver())
                .addAllNeeds(planned.needs())
                .addAllMayTouch(planned.mayTouch())
                .addAllIssues(planned.issues());
        set(planned.priority(), spec::setPriority);
        set(planned.estimate(), estimate -> spec.setEstimate(duration(estimate)));
        set(planned.attempts(), spec::setAttempts);
        return spec.build();
    }

    private static WorkspaceSpec workspace(PlanFile file) {
        return WorkspaceSpec.newBuilder()
                .setSource(file.repository().toString())
                .setMode(WorkspaceMode.WORKSPACE_MODE_ISOLATED)
                .addAllCopy(file.copy())
                .setSandbox(SandboxKind.valueOf("SANDBOX_KIND_" + constant(file.sandbox())))
                .setNetwork(NetworkAccess.valueOf("NETWORK_ACCESS_" + constant(file.network())))
                .build();
    }

    private static PlanLimits limits(PlanFile.Limits limits) {
        PlanLimits.Builder built = PlanLimits.newBuilder();
        set(limits.parallel(), built::setParallel);
        set(limits.costUsd(), cost -> built.setCostUsd(cost.toPlainString()));
        set(limits.tokens(), tokens -> built.setTokens(tokens));
        set(limits.time(), time -> built.setTime(duration(time)));
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
