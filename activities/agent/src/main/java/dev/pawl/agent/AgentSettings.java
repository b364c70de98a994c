package dev.pawl.agent;

import dev.pawl.agent.limit.UsageLimits;
import dev.pawl.agent.price.PriceTable;
import dev.pawl.host.process.EnvironmentAllowList;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;

/**
 * What agents of this host have in common.
 *
 * @param environment the worker's own; agents get of it what {@code allowed} names, and each adapter the keys of its
 *     agent
 * @param home of the user the worker runs as: where sign-ins and installed agents are looked for
 * @param transcriptBytes of an agent's output kept on disk; the rest is dropped with a note
 * @param grace an agent has it to end when asked to, and after its last word
 * @param programs what is said of single agents, by the name tasks know them by
 * @param prices what tokens cost where an agent does not say it
 * @param limits what providers say when they do not serve a request
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

    /** What the host says of this agent. */
    public ProgramSettings program(String name) {
        return programs.getOrDefault(name, ProgramSettings.NONE);
    }

    /** Whether the environment has a value for one of these. */
    public boolean hasKey(String... names) {
        return Arrays.stream(names)
                .anyMatch(name -> !environment.getOrDefault(name, "").isBlank());
    }

    /** Of the user: the one a variable names, or else one below home. */
    public Path directory(String variable, String belowHome) {
        String configured = environment.getOrDefault(variable, "");
        return configured.isBlank() ? home.resolve(belowHome) : Path.of(configured);
    }

    /** What is known of sign-ins that runs renewed, for all workers of this user. */
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
