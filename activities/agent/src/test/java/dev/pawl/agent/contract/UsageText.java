package dev.pawl.agent.contract;

import dev.pawl.workflows.model.evidence.Usage;

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
                        cost(usage),
                        usage.turns());
    }

    private static String cost(Usage usage) {
        if (usage.costUsd() == null) {
            return "unknown";
        }
        return usage.estimatedUsd() == null ? usage.costUsd().toPlainString() : "estimated";
    }
}
