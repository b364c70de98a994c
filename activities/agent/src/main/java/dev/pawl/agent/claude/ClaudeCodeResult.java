package dev.pawl.agent.claude;

import static dev.pawl.agent.output.JsonLines.count;
import static dev.pawl.agent.output.JsonLines.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pawl.agent.output.JsonLines;
import dev.pawl.workflows.model.evidence.Usage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The event that ends a run.
 *
 * @param error the agent reports a failure; its {@code subtype} is "success" even then
 * @param status HTTP status of the model's answer, if that was the cause
 * @param terminal why the loop ended, such as {@code completed}, {@code max_turns}, {@code api_error}
 * @param answer the final message, or the error
 * @param noTurns the agent reports that the model was not called
 * @param denied ids of the tool uses that were not permitted
 */
record ClaudeCodeResult(
        boolean error,
        @Nullable Integer status,
        String terminal,
        String answer,
        boolean noTurns,
        List<String> denied,
        @Nullable BigDecimal cost,
        Usage usage,
        @Nullable String model) {
    private static final String MAX_TURNS = "max_turns";
    private static final Pattern STATUS = Pattern.compile("API Error: ([45]\\d\\d)\\b");

    static ClaudeCodeResult of(JsonNode event) {
        String terminal = Objects.requireNonNullElse(text(event, "terminal_reason"), "");
        String said = text(event, "result");
        JsonNode models = event.path("modelUsage");
        return new ClaudeCodeResult(
                event.path("is_error").asBoolean(true),
                status(event.path("api_error_status"), said),
                terminal,
                said == null ? event.path("errors").path(0).asText("") : said,
                event.path("num_turns").isInt() && event.path("num_turns").intValue() == 0,
                event.path("permission_denials").findValuesAsText("tool_use_id"),
                JsonLines.money(event, "total_cost_usd"),
                usage(event, terminal),
                models.fieldNames().hasNext() ? models.fieldNames().next() : null);
    }

    /** Some errors have it only in their words. */
    private static @Nullable Integer status(JsonNode reported, @Nullable String said) {
        if (reported.isInt()) {
            return reported.intValue();
        }
        Matcher words = STATUS.matcher(said == null ? "" : said);
        return words.lookingAt() ? Integer.valueOf(words.group(1)) : null;
    }

    /** Per model if reported: the total excludes the call that exceeded the budget. */
    private static Usage usage(JsonNode event, String terminal) {
        // The agent counts the turn that was not begun any more; Pawl does not.
        long turns = count(event, "num_turns") - (terminal.equals(MAX_TURNS) ? 1 : 0);
        Usage base = new Usage(0, 0, 0, 0, JsonLines.money(event, "total_cost_usd"), (int) Math.max(0, turns));
        JsonNode models = event.path("modelUsage");
        Usage sum = base;
        for (JsonNode model : models) {
            sum = sum.plus(new Usage(
                    count(model, "inputTokens"),
                    count(model, "outputTokens"),
                    count(model, "cacheReadInputTokens"),
                    count(model, "cacheCreationInputTokens"),
                    null,
                    0));
        }
        return models.isEmpty() ? base.plus(total(event.path("usage"))) : sum;
    }

    private static Usage total(JsonNode usage) {
        return new Usage(
                count(usage, "input_tokens"),
                count(usage, "output_tokens"),
                count(usage, "cache_read_input_tokens"),
                count(usage, "cache_creation_input_tokens"),
                null,
                0);
    }

    boolean turnLimit() {
        return terminal.equals(MAX_TURNS);
    }

    boolean overBudget() {
        return terminal.equals("budget_exhausted");
    }
}
