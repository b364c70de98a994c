package dev.pawl.workflows.plan.state;

import dev.pawl.workflows.activity.plan.IntegrationHead;
import dev.pawl.workflows.activity.task.Registration;
import dev.pawl.workflows.model.plan.PlanQuestion;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What continue-as-new hands to the next run, so that the switch is invisible outside the workflow.
 *
 * @param base the commit that the plan began with
 * @param packages the progress of each, in the order of the request
 * @param queue ids of accepted packages, in the order of the merge queue
 * @param stopping absent if new packages may start
 * @param question the open one; absent if there is none
 * @param toAsk ids of further packages to ask about, in order
 * @param unanswered whether nobody could be asked
 * @param handledUpdates ids of updates that took effect, oldest first
 */
public record PlanCarried(
        Registration registration,
        IntegrationHead head,
        String base,
        Instant startedAt,
        List<Progress> packages,
        List<String> queue,
        boolean paused,
        @Nullable Stopping stopping,
        @Nullable PlanQuestion question,
        List<String> toAsk,
        boolean unanswered,
        List<String> handledUpdates) {
    public PlanCarried {
        packages = List.copyOf(packages);
        queue = List.copyOf(queue);
        toAsk = List.copyOf(toAsk);
        handledUpdates = List.copyOf(handledUpdates);
    }
}
