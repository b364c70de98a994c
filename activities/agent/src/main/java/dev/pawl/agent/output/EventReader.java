package dev.pawl.agent.output;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Interprets the events of one run of one program. Created for every run, so it may have state. */
public interface EventReader {
    /** Distinguishes an event from any other object, such as one inside a truncated event. */
    boolean isEvent(JsonNode object);

    /** Events of unknown types are ignored, and stay in the transcript. */
    void event(JsonNode event);

    /** A line of standard error, for a program that reports something only there. */
    default void remark(String line) {}

    /** Refines a failure from an event with the rest of the ending. */
    default AgentVerdict refined(AgentVerdict failure, @Nullable Integer exitCode, String stderr) {
        return failure;
    }

    /**
     * Why it ended without an event.
     *
     * @param reason the exit code and the last line of standard error
     * @return empty if nothing is known: it crashed
     */
    default Optional<AgentVerdict> silent(@Nullable Integer exitCode, String stderr, String reason) {
        return Optional.empty();
    }
}
