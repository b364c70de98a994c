package dev.pawl.activities.agent;

import dev.pawl.activities.process.EnvironmentAllowList;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * What agents of this host have in common.
 *
 * @param environment the worker's own; agents get of it what {@code allowed} names, and each adapter the keys of its
 *     agent
 * @param home of the user the worker runs as: where sign-ins and installed agents are looked for
 * @param transcriptBytes of an agent's output kept on disk; the rest is dropped with a note
 * @param grace an agent has it to end when asked to, and after its last word
 */
public record AgentSettings(
        Map<String, String> environment,
        Path home,
        EnvironmentAllowList allowed,
        long transcriptBytes,
        Duration grace) {
    public static final long TRANSCRIPT_BYTES = 50L << 20;
    public static final Duration GRACE = Duration.ofSeconds(10);

    public AgentSettings {
        environment = Map.copyOf(environment);
        if (transcriptBytes <= 0 || grace.isNegative()) {
            throw new IllegalArgumentException("transcriptBytes must be positive, grace not negative");
        }
    }

    /** With the environment and home of this process. */
    public static AgentSettings ofHost() {
        return of(System.getenv(), Path.of(System.getProperty("user.home")));
    }

    public static AgentSettings of(Map<String, String> environment, Path home) {
        return new AgentSettings(environment, home, EnvironmentAllowList.TOOLS, TRANSCRIPT_BYTES, GRACE);
    }

    /** Where {@code build/install-agents} puts agents. */
    Path installedAgents() {
        String cache = environment.getOrDefault("XDG_CACHE_HOME", "");
        Path base = cache.isBlank() ? home.resolve(".cache") : Path.of(cache);
        return base.resolve("pawl/agents/node_modules/.bin");
    }
}
