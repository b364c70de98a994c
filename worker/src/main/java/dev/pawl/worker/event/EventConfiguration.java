package dev.pawl.worker.event;

import dev.pawl.events.intake.EventStore;
import dev.pawl.events.spool.SpoolIntake;
import dev.pawl.events.spool.SpoolWatch;
import dev.pawl.host.redaction.Redaction;
import dev.pawl.worker.config.PawlProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Takes in events of agents on this machine. */
@Configuration(proxyBeanMethods = false)
public class EventConfiguration {
    @Bean
    EventStore agentEventStore(Redaction redaction, JdbcClient jdbc, TransactionOperations transactions) {
        return EventStore.on(redaction, jdbc, transactions);
    }

    @Bean
    SpoolWatch spoolWatch(EventStore store, PawlProperties properties) {
        return new SpoolWatch(
                new SpoolIntake(properties.events().spool(properties.homeDirectory()), store.intake()::take));
    }
}
