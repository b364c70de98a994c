package dev.pawl.agent.output;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Understands the events of one run of one program. Made anew for every run, so it may remember. */
public interface EventReader {
    /** Tells an event from any other object, such as one inside an event that was cut off before it. */
    boolean isEvent(JsonNode object);

    /** Events of unknown types mean nothing, and stay in the transcript. */
    void event(JsonNode event);

    /** A line of standard error, for a program that says there what it says nowhere else. */
    default void remark(String line) {}

    /** What the rest of the end adds to a failure that an event told. */
    default AgentVerdict refined(AgentVerdict failure, @Nullable Integer exitCode, String stderr) {
        return failure;
    }

    /**
     * Why it ended without telling so in an event.
     *
     * @param reason the exit code and the last line of standard error
     * @return empty when nothing is known: it crashed
     */
    default Optional<AgentVerdict> silent(@Nullable Integer exitCode, String stderr, String reason) {
        return Optional.empty();
    }
}
