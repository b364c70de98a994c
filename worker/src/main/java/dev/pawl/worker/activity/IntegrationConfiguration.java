package dev.pawl.worker.activity;

import dev.pawl.evidence.EvidenceHost;
import dev.pawl.host.directory.HostDirectories;
import dev.pawl.plan.IntegrationActivitiesImpl;
import dev.pawl.worker.config.HostId;
import dev.pawl.workflows.activity.plan.IntegrationActivities;
import dev.pawl.workspace.directory.Workspaces;
import dev.pawl.workspace.integration.IntegrationRepositories;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Integration of plans' packages. */
@Configuration(proxyBeanMethods = false)
public class IntegrationConfiguration {
    @Bean
    IntegrationActivities integrationActivities(
            EvidenceHost evidence, HostId host, HostDirectories directories, Workspaces workspaces) {
        return new IntegrationActivitiesImpl(
                evidence, host.value(), new IntegrationRepositories(directories, workspaces));
    }
}
