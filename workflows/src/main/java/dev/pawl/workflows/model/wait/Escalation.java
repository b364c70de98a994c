package dev.pawl.workflows.model.wait;

import dev.pawl.workflows.model.Require;
import java.time.Duration;

/**
 * Somebody who is named if a question stays open.
 *
 * @param after the question was asked
 * @param to a person or group, for the inbox and for events, 1 to 200 characters
 */
public record Escalation(Duration after, String to) {
    public Escalation {
        Require.positive(after, "wait.escalate.after");
        Require.text(to, 200, "wait.escalate.to");
    }
}
