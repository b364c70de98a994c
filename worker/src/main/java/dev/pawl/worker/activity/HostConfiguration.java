package dev.pawl.worker.activity;

import dev.pawl.agent.AgentSettings;
import dev.pawl.agent.Agents;
import dev.pawl.agent.catalog.AgentCatalog;
import dev.pawl.agent.limit.UsageLimits;
import dev.pawl.agent.price.PriceTable;
import dev.pawl.db.lock.WorkspaceLocks;
import dev.pawl.host.directory.HomeWorkers;
import dev.pawl.host.directory.HostDirectories;
import dev.pawl.host.process.EnvironmentAllowList;
import dev.pawl.host.process.Isolation;
import dev.pawl.host.process.ProcessSupervisor;
import dev.pawl.host.redaction.Redaction;
import dev.pawl.task.reap.DeadWorkers;
import dev.pawl.worker.config.JudgeServers;
import dev.pawl.worker.config.PawlProperties;
import dev.pawl.workspace.WorkspaceLock;
import dev.pawl.workspace.directory.Workspaces;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The host's directories, processes, agents and workspaces. */
@Configuration(proxyBeanMethods = false)
public class HostConfiguration {
    @Bean
    HomeWorkers homeWorkers(PawlProperties properties) {
        return HomeWorkers.join(properties.homeDirectory());
    }

    @Bean
    HostDirectories hostDirectories(PawlProperties properties, HomeWorkers workers) {
        return new HostDirectories(properties.homeDirectory(), workers.id());
    }

    @Bean
    ProcessSupervisor processSupervisor(HomeWorkers workers) {
        return new ProcessSupervisor(Isolation.probe(), workers.id());
    }

    @Bean
    DeadWorkers deadWorkers(HomeWorkers workers, ProcessSupervisor processes, HostDirectories directories) {
        return new DeadWorkers(workers, processes, directories);
    }

    @Bean
    JudgeServers judgeServers(PawlProperties properties) {
        return new JudgeServers(properties.judge(), System.getenv());
    }

    @Bean
    Redaction redaction(JudgeServers servers) {
        return Redaction.of(System.getenv()).with(servers.keys());
    }

    @Bean
    PriceTable priceTable(PawlProperties properties) {
        return properties.prices().table(properties.homeDirectory());
    }

    @Bean
    UsageLimits usageLimits(PawlProperties properties) {
        return properties.usageLimits().table(properties.homeDirectory());
    }

    @Bean
    AgentSettings agentSettings(PawlProperties properties, PriceTable prices, UsageLimits limits) {
        return new AgentSettings(
                System.getenv(),
                Path.of(System.getProperty("user.home")),
                EnvironmentAllowList.TOOLS,
                properties.agents().transcriptLimit().toBytes(),
                properties.agents().grace(),
                properties.agents().programs(),
                prices,
                limits);
    }

    @Bean
    Agents agents(ProcessSupervisor processes, AgentSettings settings) {
        return AgentCatalog.agents(processes, settings);
    }

    @Bean
    Workspaces workspaces(HostDirectories directories, WorkspaceLocks locks, Redaction redaction) {
        WorkspaceLock lock = new WorkspaceLock() {
            @Override
            public Optional<String> acquire(String key, String taskId) {
                return locks.acquire(key, taskId);
            }

            @Override
            public void release(String taskId) {
                locks.release(taskId);
            }
        };
        return new Workspaces(directories, lock, redaction);
    }
}
