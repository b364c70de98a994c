package dev.pawl.agent;

import dev.pawl.agent.limit.UsageLimits;
import dev.pawl.agent.price.PriceTable;
import dev.pawl.host.process.EnvironmentAllowList;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;

/**
 * Common settings of the agents of this host.
 *
 * @param environment the worker's own; agents get the variables in {@code allowed}, and each adapter the keys of its
 *     agent
 * @param home of the worker's user, with sign-ins and installed agents
 * @param transcriptBytes of an agent's output stored on disk; the rest is dropped with a note
 * @param grace time for an agent to end after TERM, and after its last event
 * @param programs settings of single agents, by their name in tasks
 * @param prices of tokens, for agents that report no cost
 * @param limits wordings of providers that do not serve a request
 */
public record AgentSettings(
        Map<String, String> environment,
        Path home,
        EnvironmentAllowList allowed,
        long transcriptBytes,
        Duration grace,
        Map<String, ProgramSettings> programs,
        PriceTable prices,
        UsageLimits limits) {
    public static final long TRANSCRIPT_BYTES = 50L << 20;
    public static final Duration GRACE = Duration.ofSeconds(10);

    /** With the usage limits that come with Pawl. */
    public AgentSettings(
            Map<String, String> environment,
            Path home,
            EnvironmentAllowList allowed,
            long transcriptBytes,
            Duration grace,
            Map<String, ProgramSettings> programs,
            PriceTable prices) {
        this(environment, home, allowed, transcriptBytes, grace, programs, prices, UsageLimits.builtIn());
    }

    public AgentSettings {
        environment = Map.copyOf(environment);
        programs = Map.copyOf(programs);
        if (transcriptBytes <= 0 || grace.isNegative()) {
            throw new IllegalArgumentException("transcriptBytes must be positive, grace not negative");
        }
    }

    /** With the environment and home of this process, and no prices. */
    public static AgentSettings ofHost() {
        return of(System.getenv(), Path.of(System.getProperty("user.home")));
    }

    public static AgentSettings of(Map<String, String> environment, Path home) {
        return new AgentSettings(
                environment, home, EnvironmentAllowList.TOOLS, TRANSCRIPT_BYTES, GRACE, Map.of(), PriceTable.NONE);
    }

    /** The host's settings of this agent. */
    public ProgramSettings program(String name) {
        return programs.getOrDefault(name, ProgramSettings.NONE);
    }

    /** Whether the environment has a value for one of these. */
    public boolean hasKey(String... names) {
        return Arrays.stream(names)
                .anyMatch(name -> !environment.getOrDefault(name, "").isBlank());
    }

    /** A directory of the user: named by a variable, or else below home. */
    public Path directory(String variable, String belowHome) {
        String configured = environment.getOrDefault(variable, "");
        return configured.isBlank() ? home.resolve(belowHome) : Path.of(configured);
    }

    /** Records of sign-ins renewed by runs, for all workers of this user. */
    public Path signInRecords() {
        return directory("XDG_STATE_HOME", ".local/state").resolve("pawl/sign-ins");
    }

    /** Where {@code build/install-agents} puts agents. */
    public Path installedAgents() {
        String cache = environment.getOrDefault("XDG_CACHE_HOME", "");
        Path base = cache.isBlank() ? home.resolve(".cache") : Path.of(cache);
        return base.resolve("pawl/agents/node_modules/.bin");
    }
}
