package dev.pawl.worker.config;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Configuration of a worker.
 *
 * @param home directory of workspaces, runs and content; absent means {@code pawl} in the XDG state directory
 * @param host identity of this host
 * @param agents coding agents on this host
 * @param prices of tokens, for agents that report no cost
 * @param usageLimits wordings of providers that do not serve a request
 * @param budgets of accounts
 * @param checks checks on this host
 * @param judge models that score
 * @param worker connection to the engine and shutdown
 * @param reaper closing of what a lost workflow left open
 * @param retention of old data
 * @param versioning which build runs a task
 * @param events that agents on this machine report
 * @param kafka where agents report events; nothing of Kafka runs without it
 */
@ConfigurationProperties("pawl")
public record PawlProperties(
        @Nullable Path home,
        @NestedConfigurationProperty @DefaultValue HostProperties host,
        @NestedConfigurationProperty @DefaultValue AgentProperties agents,
        @NestedConfigurationProperty @DefaultValue PriceProperties prices,
        @NestedConfigurationProperty @DefaultValue UsageLimitProperties usageLimits,
        @NestedConfigurationProperty @DefaultValue BudgetProperties budgets,
        @NestedConfigurationProperty @DefaultValue CheckProperties checks,
        @NestedConfigurationProperty @DefaultValue JudgeProperties judge,
        @NestedConfigurationProperty @DefaultValue WorkerProperties worker,
        @NestedConfigurationProperty @DefaultValue ReaperProperties reaper,
        @NestedConfigurationProperty @DefaultValue RetentionProperties retention,
        @NestedConfigurationProperty @DefaultValue VersioningProperties versioning,
        @NestedConfigurationProperty @DefaultValue EventProperties events,
        @NestedConfigurationProperty @DefaultValue KafkaProperties kafka) {

    /** The configured home, or this user's default. */
    public Path homeDirectory() {
        return home == null
                ? DefaultHome.of(System.getenv())
                : home.toAbsolutePath().normalize();
    }
}
