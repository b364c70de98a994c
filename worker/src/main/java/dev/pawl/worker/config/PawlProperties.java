package dev.pawl.worker.config;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a worker is configured.
 *
 * @param home where this host keeps workspaces, runs and content; absent means {@code pawl} in the XDG state directory
 * @param host who this host is
 * @param agents how coding agents run on this host
 * @param prices what tokens cost where an agent does not say it
 * @param usageLimits what providers say when they do not serve a request
 * @param budgets what may be spent of providers' accounts
 * @param checks how checks run on this host
 * @param judge how models that score are asked
 * @param worker how the worker talks to the engine and ends
 * @param reaper how what a lost workflow left open is closed
 * @param retention how long what is kept
 * @param versioning which build runs a task
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
        @NestedConfigurationProperty @DefaultValue VersioningProperties versioning) {

    /** The configured home, or the default one of this user. */
    public Path homeDirectory() {
        return home == null
                ? DefaultHome.of(System.getenv())
                : home.toAbsolutePath().normalize();
    }
}
