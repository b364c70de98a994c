package dev.pawl.activities.agent.contract;

import dev.pawl.workflows.model.Usage;

/** Usage in one line. */
final class UsageText {
    private UsageText() {}

    static String of(Usage usage) {
        return "input %d, output %d, cache read %d, cache write %d, cost %s, turns %d"
                .formatted(
                        usage.inputTokens(),
                        usage.outputTokens(),
                        usage.cacheReadTokens(),
                        usage.cacheWriteTokens(),
                        usage.costUsd() == null ? "unknown" : usage.costUsd().toPlainString(),
                        usage.turns());
    }
}
