package dev.pawl.gateway.action;

import dev.pawl.gateway.access.Caller;

/**
 * An action of a person or service on a task.
 *
 * @param text may be empty
 * @param by may be empty
 * @param requestId may be empty
 */
public record Said(String taskId, String text, String by, String requestId) {
    String person() {
        return Caller.current().actingFor(by);
    }
}
