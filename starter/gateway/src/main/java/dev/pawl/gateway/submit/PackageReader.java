package dev.pawl.gateway.submit;

import dev.pawl.api.v1.PackageSpec;
import dev.pawl.workflows.model.plan.PackageRequest;
import dev.pawl.workflows.model.request.Prompt;
import dev.pawl.workflows.model.request.TaskRequest;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Converts a package of a submitted plan to the workflow's request, and collects every error. */
final class PackageReader {
    private static final int MAX_REFERENCE = 200;
    private static final Duration UNKNOWN = Duration.ofMinutes(1);

    private final Violations violations;

    PackageReader(Violations violations) {
        this.violations = violations;
    }

    /**
     * @param path of the package within the request, for errors
     * @param prompt where the prompt's text is or will be
     * @return empty if an error was found in this package
     */
    Optional<PackageRequest> read(PackageSpec spec, String path, Prompt prompt) {
        int before = violations.count();
        if (spec.getTask().hasWorkspace()) {
            violations.add(path + ".task.workspace", "the workspace is the plan's");
        }
        if (spec.getTask().getDeliverValue() != 0 || spec.getTask().hasBranch()) {
            violations.add(path + ".task.deliver", "the delivery is the plan's");
        }
        if (spec.getTask().getPrompt().isBlank()) {
            violations.add(path + ".task.prompt", "must not be blank");
        }
        Paths.check(path + ".may_touch", spec.getMayTouchList(), violations);
        Texts.check(path + ".issues", spec.getIssuesList(), MAX_REFERENCE, violations);
        @Nullable
        Duration estimate =
                spec.hasEstimate() ? Durations.read(path + ".estimate", spec.getEstimate(), UNKNOWN, violations) : null;
        Optional<TaskRequest> task = new SpecReader(spec.getTask(), path + ".task", violations).tryRead(prompt);
        if (task.isEmpty() || violations.count() != before) {
            return Optional.empty();
        }
        return violations.made(
                path,
                Optional.<PackageRequest>empty(),
                () -> Optional.of(new PackageRequest(
                        spec.getId(),
                        task.get(),
                        spec.getNeedsList(),
                        spec.getMayTouchList(),
                        spec.hasPriority() ? spec.getPriority() : PackageRequest.DEFAULT_PRIORITY,
                        estimate,
                        spec.hasAttempts() ? spec.getAttempts() : PackageRequest.DEFAULT_ATTEMPTS,
                        spec.getIssuesList())));
    }
}
