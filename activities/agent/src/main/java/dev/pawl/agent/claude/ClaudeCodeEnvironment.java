package dev.pawl.agent.claude;

import dev.pawl.agent.AgentRun;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** The environment Claude Code runs in: a configuration of its own, bounded retries, nothing sent home. */
final class ClaudeCodeEnvironment {
    private static final int RETRIES = 2;
    private static final Duration SHORTEST_REQUEST = Duration.ofSeconds(10);
    private static final Duration LONGEST_REQUEST = Duration.ofMinutes(10);

    private ClaudeCodeEnvironment() {}

    static Map<String, String> of(AgentRun run, Path configuration) {
        return Map.of(
                "CLAUDE_CONFIG_DIR", configuration.toString(),
                "CLAUDE_CODE_MAX_RETRIES", Integer.toString(RETRIES),
                // A task in the background is left behind when the program exits; in the foreground it may take its
                // time.
                "CLAUDE_CODE_DISABLE_BACKGROUND_TASKS", "1",
                "BASH_MAX_TIMEOUT_MS", Long.toString(run.time().toMillis()),
                "API_TIMEOUT_MS", Long.toString(requestLimit(run.idle()).toMillis()),
                "DISABLE_AUTOUPDATER", "1",
                "DISABLE_TELEMETRY", "1",
                "DISABLE_ERROR_REPORTING", "1",
                "CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC", "1");
    }

    /** A provider that does not answer is to be named as that, and so has to fail before the silence is ended. */
    private static Duration requestLimit(Duration idle) {
        Duration limit = idle.multipliedBy(4).dividedBy(5);
        if (limit.compareTo(SHORTEST_REQUEST) < 0) {
            return SHORTEST_REQUEST;
        }
        return limit.compareTo(LONGEST_REQUEST) > 0 ? LONGEST_REQUEST : limit;
    }
}
