package dev.pawl.gateway.submit;

import dev.pawl.api.client.BranchNames;
import dev.pawl.api.client.Words;
import dev.pawl.api.plan.GraphFault;
import dev.pawl.api.plan.OwnershipOverlaps;
import dev.pawl.api.plan.PackageNode;
import dev.pawl.api.plan.PlanGraph;
import dev.pawl.api.v1.PackageSpec;
import dev.pawl.api.v1.PlanSpec;
import dev.pawl.workflows.model.plan.OnFailure;
import dev.pawl.workflows.model.plan.PackageRequest;
import dev.pawl.workflows.model.plan.PlanLimits;
import dev.pawl.workflows.model.plan.PlanRequest;
import dev.pawl.workflows.model.request.DeliverMode;
import dev.pawl.workflows.model.request.Prompt;
import dev.pawl.workflows.model.request.TaskRequest;
import dev.pawl.workflows.model.request.WorkspaceMode;
import dev.pawl.workflows.model.request.WorkspaceSpec;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Converts a submitted plan to the workflow's request, and collects every error. */
final class PlanSpecReader {
    private static final String PATH = "plan";
    private static final int MAX_TITLE = 200;
    private static final int MAX_LABEL = 100;
    private static final Duration A_DAY = Duration.ofDays(1);

    private final PlanSpec spec;
    private final Violations violations;

    PlanSpecReader(PlanSpec spec, Violations violations) {
        this.spec = spec;
        this.violations = violations;
    }

    /**
     * @param prompts where the text of each package's prompt is or will be
     * @throws io.grpc.StatusRuntimeException INVALID_ARGUMENT with every error found here or before
     */
    PlanRequest read(Function<PackageSpec, Prompt> prompts) {
        Texts.check(PATH + ".title", spec.getTitle(), MAX_TITLE, violations);
        Texts.check(PATH + ".labels", spec.getLabelsList(), MAX_LABEL, violations);
        Variables.check(PATH + ".environment", spec.getEnvironmentList(), violations);
        WorkspaceSpec workspace = workspace();
        var setup = new SetupReader(violations).read(spec.getSetupList(), PATH + ".setup");
        var checks = new ChecksReader(violations).read(spec.getChecksList(), PATH + ".checks");
        PlanLimits limits = limits();
        delivery();
        List<PackageRequest> packages = packages(prompts);
        if (!packages.isEmpty()) {
            graph();
        }
        violations.refuse();
        Optional<PlanRequest> request = violations.made(
                PATH,
                Optional.<PlanRequest>empty(),
                () -> Optional.of(PlanRequest.builder(spec.getTitle(), workspace, packages)
                        .limits(limits)
                        .setup(setup)
                        .checks(checks)
                        .onFailure(onFailure())
                        .deliver(deliver())
                        .branch(spec.hasBranch() ? spec.getBranch() : null)
                        .squash(spec.getSquash())
                        .labels(spec.getLabelsList())
                        .interactive(packages.stream().map(PackageRequest::task).allMatch(TaskRequest::interactive))
                        .environment(spec.getEnvironmentList())
                        .build()));
        violations.refuse();
        return request.orElseThrow();
    }

    private void graph() {
        PlanGraph graph = new PlanGraph(spec.getPackagesList().stream()
                .map(each -> new PackageNode(
                        each.getId(), each.getNeedsList(), each.getTask().getOwnsList()))
                .toList());
        graph.faults().forEach(this::report);
        if (graph.faults().isEmpty()) {
            OwnershipOverlaps.of(graph, List.of()).forEach(this::report);
        }
    }

    private void report(GraphFault fault) {
        violations.add("%s.packages[%d]".formatted(PATH, fault.at()), fault.reason());
    }

    private WorkspaceSpec workspace() {
        WorkspaceSpec workspace = new WorkspaceReader(spec.getWorkspace(), PATH + ".workspace", violations).read();
        if (workspace.source() == null) {
            violations.add(PATH + ".workspace.source", "a plan needs a git repository");
        }
        if (workspace.mode() == WorkspaceMode.IN_PLACE) {
            violations.add(PATH + ".workspace.mode", "a plan never works in the repository itself");
        }
        if (workspace.includeUncommitted()) {
            violations.add(PATH + ".workspace.include_uncommitted", "a plan starts from the last commit");
        }
        if (workspace.directory() != null) {
            violations.add(PATH + ".workspace.directory", "is only for tasks");
        }
        return workspace;
    }

    private List<PackageRequest> packages(Function<PackageSpec, Prompt> prompts) {
        if (spec.getPackagesCount() == 0 || spec.getPackagesCount() > PlanRequest.MAX_PACKAGES) {
            violations.add(
                    PATH + ".packages",
                    "are %d, allowed: 1 to %d".formatted(spec.getPackagesCount(), PlanRequest.MAX_PACKAGES));
            return List.of();
        }
        PackageReader reader = new PackageReader(violations);
        List<PackageRequest> packages = new ArrayList<>();
        for (int i = 0; i < spec.getPackagesCount(); i++) {
            PackageSpec each = spec.getPackages(i);
            reader.read(each, "%s.packages[%d]".formatted(PATH, i), prompts.apply(each))
                    .ifPresent(packages::add);
        }
        return packages;
    }

    private PlanLimits limits() {
        var sent = spec.getLimits();
        String path = PATH + ".limits";
        int standIn = PlanLimits.DEFAULT.parallel();
        int parallel = violations.tried(
                path + ".parallel",
                sent.hasParallel() ? sent.getParallel() : standIn,
                standIn,
                n -> limited(n, null, null));
        @Nullable
        BigDecimal cost = sent.hasCostUsd()
                ? violations.made(path + ".cost_usd", BigDecimal.ONE, () -> {
                    BigDecimal amount = Amounts.dollars(sent.getCostUsd());
                    limited(1, amount, null);
                    return amount;
                })
                : null;
        @Nullable
        Long tokens = sent.hasTokens()
                ? violations.tried(path + ".tokens", sent.getTokens(), 1L, n -> limited(1, null, n))
                : null;
        @Nullable
        Duration time = sent.hasTime() ? Durations.read(path + ".time", sent.getTime(), A_DAY, violations) : null;
        return new PlanLimits(parallel, cost, tokens, time);
    }

    private static void limited(int parallel, @Nullable BigDecimal cost, @Nullable Long tokens) {
        var unused = new PlanLimits(parallel, cost, tokens, null);
    }

    private void delivery() {
        if (!spec.hasBranch()) {
            return;
        }
        if (deliver() != DeliverMode.BRANCH) {
            violations.add(PATH + ".branch", "is only for deliver: branch");
        }
        if (!BranchNames.valid(spec.getBranch())) {
            violations.add(PATH + ".branch", "is not a valid branch name");
        }
    }

    private DeliverMode deliver() {
        String word = Words.of(spec.getDeliver());
        return word.isEmpty() ? DeliverMode.NONE : DeliverMode.of(word);
    }

    private OnFailure onFailure() {
        return Optional.of(Words.of(spec.getOnFailure()))
                .filter(word -> !word.isEmpty())
                .map(OnFailure::of)
                .orElse(OnFailure.CONTINUE_INDEPENDENT);
    }
}
