package dev.pawl.workspace.delivery;

import dev.pawl.workflows.model.request.DeliverMode;
import dev.pawl.workflows.model.request.TaskRequest;
import org.jspecify.annotations.Nullable;

/**
 * What a task delivers.
 *
 * @param branch its name; absent means {@code pawl/} and the task's id
 * @param title one line for the commit message
 */
public record DeliverySpec(DeliverMode mode, @Nullable String branch, String title) {
    public static DeliverySpec of(TaskRequest request) {
        return new DeliverySpec(request.deliver(), request.branch(), request.title());
    }
}
