package dev.pawl.events.read;

/**
 * What is wrong with an event.
 *
 * @param field name of the field; empty for the whole event
 * @param description what is wrong, and what is allowed
 */
public record Violation(String field, String description) {
    @Override
    public String toString() {
        return field.isEmpty() ? description : field + ": " + description;
    }
}
