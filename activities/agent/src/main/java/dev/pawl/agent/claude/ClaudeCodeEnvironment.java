package dev.pawl.agent.claude;

import dev.pawl.agent.AgentRun;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Environment of Claude Code: its own configuration, few retries, no telemetry. */
final class ClaudeCodeEnvironment {
    private static final int RETRIES = 2;
    private static final Duration SHORTEST_REQUEST = Duration.ofSeconds(10);
    private static final Duration LONGEST_REQUEST = Duration.ofMinutes(10);

    private ClaudeCodeEnvironment() {}

    static Map<String, String> of(AgentRun run, Path configuration) {
        return Map.of(
                "CLAUDE_CONFIG_DIR", configuration.toString(),
                "CLAUDE_CODE_MAX_RETRIES", Integer.toString(RETRIES),
                // A background task is left behind when the program exits; a foreground command may take its time.
                "CLAUDE_CODE_DISABLE_BACKGROUND_TASKS", "1",
                "BASH_MAX_TIMEOUT_MS", Long.toString(run.time().toMillis()),
                "API_TIMEOUT_MS", Long.toString(requestLimit(run.idle()).toMillis()),
                "DISABLE_AUTOUPDATER", "1",
                "DISABLE_TELEMETRY", "1",
                "DISABLE_ERROR_REPORTING", "1",
                "CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC", "1");
    }

    /** A provider that does not answer must be reported as such, and so must fail before the idle limit. */
    private static Duration requestLimit(Duration idle) {
        Duration limit = idle.multipliedBy(4).dividedBy(5);
        if (limit.compareTo(SHORTEST_REQUEST) < 0) {
            return SHORTEST_REQUEST;
        }
        return limit.compareTo(LONGEST_REQUEST) > 0 ? LONGEST_REQUEST : limit;
    }
}
