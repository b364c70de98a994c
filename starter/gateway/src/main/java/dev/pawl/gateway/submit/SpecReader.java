package dev.pawl.gateway.submit;

import dev.pawl.api.client.BranchNames;
import dev.pawl.api.client.Words;
import dev.pawl.api.v1.TaskSpec;
import dev.pawl.workflows.model.breakpoint.Breakpoint;
import dev.pawl.workflows.model.request.AgentSpec;
import dev.pawl.workflows.model.request.DeliverMode;
import dev.pawl.workflows.model.request.JudgeSpec;
import dev.pawl.workflows.model.request.Limits;
import dev.pawl.workflows.model.request.Prompt;
import dev.pawl.workflows.model.request.StepTime;
import dev.pawl.workflows.model.request.TaskRequest;
import dev.pawl.workflows.model.request.TestChanges;
import dev.pawl.workflows.model.request.VerifyMode;
import dev.pawl.workflows.model.request.WorkspaceSpec;
import dev.pawl.workflows.model.wait.WaitSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Converts a submitted task to the workflow's request, and collects every error. */
final class SpecReader {
    private static final int MAX_TITLE = 200;
    private static final int MAX_LABEL = 100;
    private final TaskSpec spec;
    private final String path;
    private final Violations violations;

    SpecReader(TaskSpec spec, Violations violations) {
        this(spec, "task", violations);
    }

    /** @param path of the task within the request, for errors */
    SpecReader(TaskSpec spec, String path, Violations violations) {
        this.spec = spec;
        this.path = path;
        this.violations = violations;
    }

    /**
     * @param prompt where the prompt's text is or will be
     * @throws io.grpc.StatusRuntimeException INVALID_ARGUMENT with every error found here or before
     */
    TaskRequest read(Prompt prompt) {
        Supplier<TaskRequest> request = collect(prompt);
        violations.refuse();
        return request.get();
    }

    /** @return empty if an error was found in this task; all errors are among the violations */
    Optional<TaskRequest> tryRead(Prompt prompt) {
        int before = violations.count();
        Supplier<TaskRequest> request = collect(prompt);
        return violations.count() == before ? Optional.of(request.get()) : Optional.empty();
    }

    private Supplier<TaskRequest> collect(Prompt prompt) {
        Texts.check(path + ".title", spec.getTitle(), MAX_TITLE, violations);
        Texts.check(path + ".labels", spec.getLabelsList(), MAX_LABEL, violations);
        Paths.check(path + ".files", spec.getFilesList(), violations);
        Paths.check(path + ".owns", spec.getOwnsList(), violations);
        Paths.check(path + ".protect", spec.getProtectList(), violations);
        Paths.check(path + ".removes", spec.getRemovesList(), violations);
        Paths.check(path + ".tests.may_change", spec.getTests().getMayChangeList(), violations);
        Paths.check(path + ".tests.may_remove", spec.getTests().getMayRemoveList(), violations);
        Variables.check(path + ".environment", spec.getEnvironmentList(), violations);
        AgentSpec agent = new AgentReader(violations).read(spec.getAgent(), path + ".agent");
        List<AgentSpec> fallbacks = fallbacks(agent);
        WorkspaceSpec workspace = new WorkspaceReader(spec.getWorkspace(), path + ".workspace", violations).read();
        Limits limits = new LimitsReader(spec.getLimits(), path + ".limits", violations).read();
        var setup = new SetupReader(violations).read(spec.getSetupList(), path + ".setup");
        var checks = new ChecksReader(violations).read(spec.getChecksList(), path + ".checks");
        JudgeSpec judge = spec.hasJudge() ? new JudgeReader(spec, path + ".judge", violations).read() : null;
        List<Breakpoint> breakpoints = new BreakpointsReader(spec, limits, path + ".breakpoints", violations).read();
        WaitSpec wait = spec.hasPersonWait()
                ? new WaitReader(spec.getPersonWait(), path + ".person_wait", violations).read()
                : null;
        StepTime.refusal(setup, checks).ifPresent(reason -> violations.add(path + ".checks", reason));
        delivery();
        return () -> TaskRequest.builder(spec.getTitle(), prompt, agent)
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
                .environment(spec.getEnvironmentList())
                .personWait(wait)
                .build();
    }

    private void delivery() {
        if (deliver() != DeliverMode.NONE && !spec.getWorkspace().hasSource()) {
            violations.add(path + ".deliver", "nothing can be delivered without a workspace");
        }
        if (!spec.hasBranch()) {
            return;
        }
        if (deliver() != DeliverMode.BRANCH) {
            violations.add(path + ".branch", "is only for deliver: branch");
        }
        if (!BranchNames.valid(spec.getBranch())) {
            violations.add(path + ".branch", "is not a valid branch name");
        }
    }

    private List<AgentSpec> fallbacks(AgentSpec first) {
        AgentReader reader = new AgentReader(violations);
        Set<String> called = new HashSet<>(Set.of(first.called()));
        List<AgentSpec> read = new ArrayList<>();
        for (int i = 0; i < spec.getFallbacksCount(); i++) {
            String each = "%s.fallbacks[%d]".formatted(path, i);
            AgentSpec fallback = reader.read(spec.getFallbacks(i), each);
            if (!called.add(fallback.called())) {
                violations.add(each, "two agents are called '" + fallback.called() + "'");
            }
            read.add(fallback);
        }
        if (read.size() > TaskRequest.MAX_FALLBACKS) {
            violations.add(path + ".fallbacks", "at most " + TaskRequest.MAX_FALLBACKS);
        }
        return read;
    }

    private VerifyMode verify() {
        String word = Words.of(spec.getVerify());
        return word.isEmpty() ? VerifyMode.CLEAN_CHECKOUT : VerifyMode.of(word);
    }

    private DeliverMode deliver() {
        String word = Words.of(spec.getDeliver());
        return word.isEmpty() ? DeliverMode.NONE : DeliverMode.of(word);
    }
}
