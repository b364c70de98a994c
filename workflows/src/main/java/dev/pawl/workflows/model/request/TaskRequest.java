package dev.pawl.workflows.model.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.pawl.workflows.model.Require;
import dev.pawl.workflows.model.VariableNames;
import dev.pawl.workflows.model.breakpoint.Breakpoint;
import dev.pawl.workflows.model.wait.WaitSpec;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One piece of work as requested. Immutable over the life of its task.
 *
 * @param files files the result must have, relative to the workspace
 * @param removes files and directories the result must no longer have, relative to the workspace
 * @param owns glob patterns of the paths the agent may change; empty means all
 * @param protect glob patterns restored from the base before a check runs, in addition to the inferred ones
 * @param tests what may change of the base's tests and check files
 * @param environment names of the worker's variables that setup and checks get. Never values
 * @param personWait how its questions wait; absent means {@link WaitSpec#DEFAULT}
 * @param setup commands that prepare a clean checkout (dependencies), run before the baseline and the verification
 * @param judge absent means that checks and files alone decide
 * @param fallbacks agents that take over, in this order, if those before them cannot work; may be empty
 * @param branch the branch for {@code deliver: branch}; absent means one named after the task
 * @param interactive false ends the task instead of waiting for a person
 */
public record TaskRequest(
        String title,
        Prompt prompt,
        AgentSpec agent,
        WorkspaceSpec workspace,
        Limits limits,
        List<String> files,
        List<String> owns,
        List<String> protect,
        List<SetupSpec> setup,
        List<CheckSpec> checks,
        VerifyMode verify,
        DeliverMode deliver,
        @Nullable JudgeSpec judge,
        List<Breakpoint> breakpoints,
        List<String> labels,
        boolean interactive,
        List<AgentSpec> fallbacks,
        @Nullable String branch,
        List<String> removes,
        TestChanges tests,
        List<String> environment,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable WaitSpec personWait) {
    public static final int MAX_FALLBACKS = 9;

    /** In characters; within the limit of a file name. */
    public static final int MAX_BRANCH = 200;

    public TaskRequest {
        Require.text(title, 200, "title");
        files = RelativePaths.checked(Require.list(files), "files");
        owns = RelativePaths.checked(Require.list(owns), "owns");
        protect = RelativePaths.checked(Require.list(protect), "protect");
        removes = RelativePaths.checked(Require.list(removes), "removes");
        setup = Require.list(setup);
        checks = Require.list(checks);
        breakpoints = Require.list(breakpoints);
        labels = Require.list(labels);
        environment = VariableNames.checked(Require.list(environment), "environment");
        fallbacks = Require.list(fallbacks);
        if (branch != null) {
            Require.text(branch, MAX_BRANCH, "branch");
            if (deliver != DeliverMode.BRANCH) {
                throw new IllegalArgumentException("a branch is named, but deliver is not branch");
            }
        }
        Require.range(fallbacks.size(), 0, MAX_FALLBACKS, "the number of fallbacks");
        Set<String> called = new LinkedHashSet<>();
        called.add(agent.called());
        for (AgentSpec fallback : fallbacks) {
            if (!called.add(fallback.called())) {
                throw new IllegalArgumentException("two agents are called '" + fallback.called() + "'");
            }
        }
        Set<String> names = new LinkedHashSet<>();
        for (CheckSpec check : checks) {
            if (!names.add(check.name())) {
                throw new IllegalArgumentException("two checks are named '" + check.name() + "'");
            }
        }
        for (Breakpoint breakpoint : breakpoints) {
            if (breakpoint instanceof Breakpoint.CheckFailed failed && !names.contains(failed.check())) {
                throw new IllegalArgumentException(
                        "check-failed names no check of the task: '%s', known: %s".formatted(failed.check(), names));
            }
        }
        StepTime.refusal(setup, checks).ifPresent(reason -> {
            throw new IllegalArgumentException(reason);
        });
    }

    /** A request without workspace, checks or delivery, with the default limits. */
    public static TaskRequestBuilder builder(String title, Prompt prompt, AgentSpec agent) {
        return new TaskRequestBuilder(title, prompt, agent);
    }

    /** A builder with the values of this request. */
    public TaskRequestBuilder toBuilder() {
        return new TaskRequestBuilder(this);
    }

    /** How its questions wait for a person. */
    public WaitSpec waiting() {
        return personWait == null ? WaitSpec.DEFAULT : personWait;
    }

    /** The agents in order of preference; at least one. */
    public List<AgentSpec> lineup() {
        return Stream.concat(Stream.of(agent), fallbacks.stream()).toList();
    }

    /** Whether anything but a person can prove this task. */
    public boolean provable() {
        return !checks.isEmpty() || !files.isEmpty() || !removes.isEmpty() || judge != null;
    }
}
