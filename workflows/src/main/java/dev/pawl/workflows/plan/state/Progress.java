package dev.pawl.workflows.plan.state;

import dev.pawl.workflows.activity.plan.Verdict;
import dev.pawl.workflows.model.plan.PackageView;
import dev.pawl.workflows.model.plan.TaskEnded;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The progress of a package across runs of its plan.
 *
 * @param live whether its last task runs
 * @param ending whether a person ended it
 * @param result of the last task that ended; absent before
 * @param verdict on that result; absent unless it could not be integrated
 * @param guidance of people, oldest first
 * @param extraAttempts granted by people
 * @param trespasses results that changed what the package must not
 */
public record Progress(
        PackageView view,
        boolean live,
        boolean ending,
        @Nullable TaskEnded result,
        @Nullable Verdict verdict,
        List<String> guidance,
        int extraAttempts,
        int trespasses) {
    public Progress {
        guidance = List.copyOf(guidance);
    }
}
