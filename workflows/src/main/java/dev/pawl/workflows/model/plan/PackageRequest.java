package dev.pawl.workflows.model.plan;

import dev.pawl.workflows.model.Require;
import dev.pawl.workflows.model.request.TaskRequest;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A package of a plan: a task, and how it relates to the other packages.
 *
 * @param id unique within the plan, whatever its case; part of the ids of its tasks
 * @param task the work; its workspace and its delivery are those of the plan. It may change what it {@code owns}
 * @param needs ids of packages that must be integrated before this one starts
 * @param mayTouch glob patterns of paths that it may change beside its own, such as lock files; they may overlap
 * @param priority 0 to 9, lower first
 * @param estimate how long it probably takes; absent means unknown
 * @param attempts how many tasks may work on it in all, 1 to {@value #MAX_ATTEMPTS}: another one follows if an accepted
 *     result cannot be integrated
 * @param issues free references to what it fixes
 */
public record PackageRequest(
        String id,
        TaskRequest task,
        List<String> needs,
        List<String> mayTouch,
        int priority,
        @Nullable Duration estimate,
        int attempts,
        List<String> issues) {
    public static final int DEFAULT_PRIORITY = 5;
    public static final int DEFAULT_ATTEMPTS = 3;
    public static final int MAX_ATTEMPTS = 20;
    private static final int MAX_REFERENCES = 100;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    public PackageRequest {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "package id '%s' is invalid: 1 to 64 letters, digits, '.', '_' or '-', the first a letter or digit"
                            .formatted(id));
        }
        needs = List.copyOf(new LinkedHashSet<>(Require.list(needs)));
        mayTouch = Require.list(mayTouch);
        issues = Require.list(issues);
        if (needs.contains(id)) {
            throw new IllegalArgumentException("package %s needs itself".formatted(id));
        }
        mayTouch.forEach(path -> Require.text(path, 4096, "may_touch"));
        issues.forEach(issue -> Require.text(issue, 200, "issues"));
        Require.range(issues.size(), 0, MAX_REFERENCES, "the number of issues of package " + id);
        Require.range(priority, 0, 9, "the priority of package " + id);
        Require.range(attempts, 1, MAX_ATTEMPTS, "the attempts of package " + id);
        if (estimate != null) {
            Require.positive(estimate, "the estimate of package " + id);
        }
    }

    /** Independent of others, with default priority and attempts. */
    public PackageRequest(String id, TaskRequest task) {
        this(id, task, List.of(), List.of(), DEFAULT_PRIORITY, null, DEFAULT_ATTEMPTS, List.of());
    }

    /** The same work with other needs. */
    public PackageRequest needing(List<String> others) {
        return new PackageRequest(id, task, others, mayTouch, priority, estimate, attempts, issues);
    }

    /** The same package with another task. */
    public PackageRequest with(TaskRequest other) {
        return new PackageRequest(id, other, needs, mayTouch, priority, estimate, attempts, issues);
    }

    /** The same package that may touch other paths. */
    public PackageRequest touching(List<String> paths) {
        return new PackageRequest(id, task, needs, paths, priority, estimate, attempts, issues);
    }
}
