package dev.pawl.agent.command;

import static dev.pawl.agent.output.JsonLines.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pawl.agent.output.AgentVerdict;
import dev.pawl.agent.output.JsonLines;
import dev.pawl.agent.output.RunEnd;
import dev.pawl.workflows.model.evidence.Ending;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a run of a {@code command} agent ended. */
final class CommandReading {
    /** Endings that a program may report; others are observed. */
    private static final Set<Ending> SAID = EnumSet.of(
            Ending.FINISHED,
            Ending.TURN_LIMIT,
            Ending.BUDGET,
            Ending.RATE_LIMITED,
            Ending.BUSY,
            Ending.OUT_OF_CREDIT,
            Ending.REFUSED,
            Ending.UNAUTHENTICATED,
            Ending.INVALID,
            Ending.PROVIDER_ERROR,
            Ending.CRASHED);

    private CommandReading() {}

    static AgentVerdict verdict(CommandOutput output, RunEnd end) {
        return AgentVerdict.fromOutside(end.run(), end.process().end(), output.pending())
                .orElseGet(() -> own(output.result(), end.process().exitCode(), end.stderr()));
    }

    private static AgentVerdict own(@Nullable JsonNode result, @Nullable Integer exitCode, String stderr) {
        AgentVerdict said = result == null ? AgentVerdict.of(Ending.FINISHED, "finished") : said(result);
        // A program that does not exit after its result is ended; that is no fault of the work.
        boolean cleanly = exitCode == null ? result != null : exitCode == 0;
        return said.ending() == Ending.FINISHED && !cleanly ? AgentVerdict.crashed(exitCode, stderr) : said;
    }

    private static AgentVerdict said(JsonNode result) {
        String status = text(result, "status");
        Ending ending = status == null ? Ending.FINISHED : ending(status);
        if (ending == null) {
            return AgentVerdict.of(
                    Ending.INVALID,
                    "result has status '%s', allowed: %s"
                            .formatted(status, SAID.stream().map(Ending::wire).collect(Collectors.joining(", "))));
        }
        String reason = text(result, "reason");
        boolean retryable = result.path("retryable").asBoolean(waits(ending));
        return new AgentVerdict(
                ending,
                reason == null ? ending.wire().replace('_', ' ') : reason,
                retryable,
                waits(ending) ? JsonLines.time(result, "resets_at").orElse(null) : null);
    }

    /** Whether it ends at a time. */
    private static boolean waits(Ending ending) {
        return ending == Ending.RATE_LIMITED || ending == Ending.BUSY;
    }

    private static @Nullable Ending ending(String status) {
        return Arrays.stream(Ending.values())
                .filter(ending -> SAID.contains(ending) && ending.wire().equals(status))
                .findFirst()
                .orElse(null);
    }
}
