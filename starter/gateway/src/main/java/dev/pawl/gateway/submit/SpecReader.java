package dev.pawl.gateway.submit;

import dev.pawl.api.client.BranchNames;
import dev.pawl.api.client.Words;
import dev.pawl.api.v1.TaskSpec;
import dev.pawl.workflows.model.request.AgentSpec;
import dev.pawl.workflows.model.request.Breakpoint;
import dev.pawl.workflows.model.request.DeliverMode;
import dev.pawl.workflows.model.request.JudgeSpec;
import dev.pawl.workflows.model.request.Limits;
import dev.pawl.workflows.model.request.NetworkAccess;
import dev.pawl.workflows.model.request.Prompt;
import dev.pawl.workflows.model.request.SandboxSpec;
import dev.pawl.workflows.model.request.StepTime;
import dev.pawl.workflows.model.request.TaskRequest;
import dev.pawl.workflows.model.request.TestChanges;
import dev.pawl.workflows.model.request.VerifyMode;
import dev.pawl.workflows.model.request.WorkspaceMode;
import dev.pawl.workflows.model.request.WorkspaceSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Converts a submitted task to the workflow's request, and collects every error. */
final class SpecReader {
    private static final String PATH = "task";
    private static final int MAX_TITLE = 200;
    private static final int MAX_LABEL = 100;
    private final TaskSpec spec;
    private final Violations violations;

    SpecReader(TaskSpec spec, Violations violations) {
        this.spec = spec;
        this.violations = violations;
    }

    /**
     * @param prompt where the prompt's text is or will be
     * @throws io.grpc.StatusRuntimeException INVALID_ARGUMENT with every error found here or before
     */
    TaskRequest read(Prompt prompt) {
        Texts.check(PATH + ".title", spec.getTitle(), MAX_TITLE, violations);
        Texts.check(PATH + ".labels", spec.getLabelsList(), MAX_LABEL, violations);
        Paths.check(PATH + ".files", spec.getFilesList(), violations);
        Paths.check(PATH + ".owns", spec.getOwnsList(), violations);
        Paths.check(PATH + ".protect", spec.getProtectList(), violations);
        Paths.check(PATH + ".removes", spec.getRemovesList(), violations);
        Paths.check(PATH + ".tests.may_change", spec.getTests().getMayChangeList(), violations);
        Paths.check(PATH + ".tests.may_remove", spec.getTests().getMayRemoveList(), violations);
        AgentSpec agent = new AgentReader(violations).read(spec.getAgent(), PATH + ".agent");
        List<AgentSpec> fallbacks = fallbacks(agent);
        WorkspaceSpec workspace = workspace();
        Limits limits = new LimitsReader(spec.getLimits(), PATH + ".limits", violations).read();
        var setup = new SetupReader(violations).read(spec.getSetupList(), PATH + ".setup");
        var checks = new ChecksReader(violations).read(spec.getChecksList(), PATH + ".checks");
        JudgeSpec judge = spec.hasJudge() ? new JudgeReader(spec, PATH + ".judge", violations).read() : null;
        List<Breakpoint> breakpoints = breakpoints();
        StepTime.refusal(setup, checks).ifPresent(reason -> violations.add(PATH + ".checks", reason));
        delivery();
        violations.refuse();
        return TaskRequest.builder(spec.getTitle(), prompt, agent)
                .workspace(workspace)
                .limits(limits)
                .files(spec.getFilesList())
                .owns(spec.getOwnsList())
                .protect(spec.getProtectList())
                .setup(setup)
                .checks(checks)
                .verify(verify())
                .deliver(deliver())
                .judge(judge)
                .breakpoints(breakpoints)
                .labels(spec.getLabelsList())
                .interactive(!spec.hasInteractive() || spec.getInteractive())
                .fallbacks(fallbacks)
                .branch(spec.hasBranch() ? spec.getBranch() : null)
                .removes(spec.getRemovesList())
                .tests(new TestChanges(
                        spec.getTests().getMayChangeList(), spec.getTests().getMayRemoveList()))
                .build();
    }

    private void delivery() {
        if (deliver() != DeliverMode.NONE && !spec.getWorkspace().hasSource()) {
            violations.add(PATH + ".deliver", "nothing can be delivered without a workspace");
        }
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

    private List<AgentSpec> fallbacks(AgentSpec first) {
        AgentReader reader = new AgentReader(violations);
        Set<String> called = new HashSet<>(Set.of(first.called()));
        List<AgentSpec> read = new ArrayList<>();
        for (int i = 0; i < spec.getFallbacksCount(); i++) {
            String path = "%s.fallbacks[%d]".formatted(PATH, i);
            AgentSpec fallback = reader.read(spec.getFallbacks(i), path);
            if (!called.add(fallback.called())) {
                violations.add(path, "two agents are called '" + fallback.called() + "'");
            }
            read.add(fallback);
        }
        if (read.size() > TaskRequest.MAX_FALLBACKS) {
            violations.add(PATH + ".fallbacks", "at most " + TaskRequest.MAX_FALLBACKS);
        }
        return read;
    }

    private WorkspaceSpec workspace() {
        var workspace = spec.getWorkspace();
        String word = Words.of(workspace.getMode());
        WorkspaceMode mode = word.isEmpty() ? WorkspaceMode.ISOLATED : WorkspaceMode.of(word);
        @Nullable String source = workspace.hasSource() ? workspace.getSource() : null;
        @Nullable
        SandboxSpec sandbox = switch (workspace.getSandbox()) {
            case SANDBOX_KIND_BUBBLEWRAP -> new SandboxSpec(network());
            case SANDBOX_KIND_UNSPECIFIED, SANDBOX_KIND_NONE, UNRECOGNIZED -> null;
        };
        return violations.made(
                PATH + ".workspace",
                WorkspaceSpec.empty(),
                () -> new WorkspaceSpec(source, mode, workspace.getIncludeUncommitted(), sandbox));
    }

    private NetworkAccess network() {
        String word = Words.of(spec.getWorkspace().getNetwork());
        return word.isEmpty() ? NetworkAccess.ALL : NetworkAccess.of(word);
    }

    private VerifyMode verify() {
        String word = Words.of(spec.getVerify());
        return word.isEmpty() ? VerifyMode.CLEAN_CHECKOUT : VerifyMode.of(word);
    }

    private DeliverMode deliver() {
        String word = Words.of(spec.getDeliver());
        return word.isEmpty() ? DeliverMode.NONE : DeliverMode.of(word);
    }

    private List<Breakpoint> breakpoints() {
        List<Breakpoint> read = new ArrayList<>();
        for (int i = 0; i < spec.getBreakpointsCount(); i++) {
            String word = Words.of(spec.getBreakpoints(i));
            if (word.isEmpty()) {
                violations.add(
                        "%s.breakpoints[%d]".formatted(PATH, i),
                        "allowed: " + Words.all(dev.pawl.api.v1.Breakpoint.class));
            } else {
                read.add(Breakpoint.of(word));
            }
        }
        return read;
    }
}
