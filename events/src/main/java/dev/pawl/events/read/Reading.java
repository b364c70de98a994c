package dev.pawl.events.read;

import dev.pawl.db.agentevent.NewAgentEvent;
import java.util.List;
import java.util.stream.Collectors;

/** Result of reading an event. */
public sealed interface Reading {
    /** A valid event, with secrets redacted. */
    record Valid(NewAgentEvent event) implements Reading {}

    /**
     * Not an event.
     *
     * @param errorClass type of the error
     * @param violations everything that is wrong, with secrets redacted
     */
    record Invalid(String errorClass, List<Violation> violations) implements Reading {
        public Invalid {
            violations = List.copyOf(violations);
        }

        public String reason() {
            return violations.stream().map(Violation::toString).collect(Collectors.joining("; "));
        }
    }
}
