package dev.pawl.activities.agent;

import dev.pawl.activities.process.EnvironmentAllowList;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The environment Claude Code runs in: its keys, a configuration of its own, bounded retries, nothing sent home. */
final class ClaudeCodeEnvironment {
    static final String OAUTH_TOKEN = "CLAUDE_CODE_OAUTH_TOKEN";

    private static final List<String> KEYS = List.of("ANTHROPIC_*", OAUTH_TOKEN);
    private static final int RETRIES = 2;
    private static final Duration SHORTEST_REQUEST = Duration.ofSeconds(10);
    private static final Duration LONGEST_REQUEST = Duration.ofMinutes(10);

    private final AgentSettings settings;
    private final EnvironmentAllowList allowed;

    ClaudeCodeEnvironment(AgentSettings settings) {
        this.settings = settings;
        this.allowed = settings.allowed().plus(KEYS);
    }

    Map<String, String> build(AgentRun run, RunDirectory directory, Path configuration) {
        Map<String, String> environment = allowed.build(settings.environment(), directory.home(), directory.temp());
        environment.put("CLAUDE_CONFIG_DIR", configuration.toString());
        environment.put("CLAUDE_CODE_MAX_RETRIES", Integer.toString(RETRIES));
        environment.put("API_TIMEOUT_MS", Long.toString(requestLimit(run.idle()).toMillis()));
        environment.put("DISABLE_AUTOUPDATER", "1");
        environment.put("DISABLE_TELEMETRY", "1");
        environment.put("DISABLE_ERROR_REPORTING", "1");
        environment.put("CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC", "1");
        return environment;
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
