package dev.pawl.worker.activity;

import dev.pawl.db.content.ContentReferences;
import dev.pawl.db.host.Hosts;
import dev.pawl.db.retention.Retention;
import dev.pawl.host.directory.HostDirectories;
import dev.pawl.task.collect.CollectActivitiesImpl;
import dev.pawl.task.collect.HostCollectActivitiesImpl;
import dev.pawl.worker.config.PawlProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Removal of old data. */
@Configuration(proxyBeanMethods = false)
public class CollectConfiguration {
    @Bean
    Retention retention(JdbcClient jdbc) {
        return new Retention(jdbc);
    }

    @Bean
    CollectActivitiesImpl collectActivities(Retention retention, Hosts hosts, PawlProperties properties) {
        return new CollectActivitiesImpl(
                retention, hosts, properties.retention().policy());
    }

    @Bean
    HostCollectActivitiesImpl hostCollectActivities(
            HostDirectories directories, Retention retention, JdbcClient jdbc, PawlProperties properties) {
        HostCollectActivitiesImpl activities = new HostCollectActivitiesImpl(
                directories,
                retention,
                new ContentReferences(jdbc),
                properties.retention().policy());
        activities.begin();
        return activities;
    }
}
