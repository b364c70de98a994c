package dev.pawl.agent.claude;

import static dev.pawl.agent.output.JsonLines.count;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pawl.workflows.model.evidence.Usage;
import java.util.HashMap;
import java.util.Map;

/**
 * Adds up the usage of model messages while they stream. A message is reported many times with its usage so far: it
 * counts once, with the largest value of each figure.
 */
final class MessageUsage {
    private final Map<String, Usage> byMessage = new HashMap<>();
    private Usage sum = Usage.NONE;

    /** @param ownTurn false for a message of a sub-agent, whose tokens count but not its turns */
    void report(String messageId, JsonNode usage, boolean ownTurn) {
        Usage before = byMessage.getOrDefault(messageId, Usage.NONE);
        Usage now = new Usage(
                Math.max(before.inputTokens(), count(usage, "input_tokens")),
                Math.max(before.outputTokens(), count(usage, "output_tokens")),
                Math.max(before.cacheReadTokens(), count(usage, "cache_read_input_tokens")),
                Math.max(before.cacheWriteTokens(), count(usage, "cache_creation_input_tokens")),
                null,
                ownTurn ? 1 : before.turns());
        byMessage.put(messageId, now);
        sum = new Usage(
                sum.inputTokens() + now.inputTokens() - before.inputTokens(),
                sum.outputTokens() + now.outputTokens() - before.outputTokens(),
                sum.cacheReadTokens() + now.cacheReadTokens() - before.cacheReadTokens(),
                sum.cacheWriteTokens() + now.cacheWriteTokens() - before.cacheWriteTokens(),
                null,
                sum.turns() + now.turns() - before.turns());
    }

    Usage sum() {
        return sum;
    }
}
