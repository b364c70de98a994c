package dev.pawl.worker.event;

import dev.pawl.events.intake.EventStore;
import dev.pawl.events.spool.SpoolIntake;
import dev.pawl.host.redaction.Redaction;
import dev.pawl.worker.config.PawlProperties;
import dev.pawl.worker.periodic.PeriodicStep;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Takes in events of agents on this machine. */
@Configuration(proxyBeanMethods = false)
public class EventConfiguration {
    private static final Duration PERIOD = Duration.ofSeconds(3);

    @Bean
    EventStore agentEventStore(Redaction redaction, JdbcClient jdbc, TransactionOperations transactions) {
        return EventStore.on(redaction, jdbc, transactions);
    }

    @Bean
    PeriodicStep spoolIntake(EventStore store, PawlProperties properties) {
        SpoolIntake spool =
                new SpoolIntake(properties.events().spool(properties.homeDirectory()), store.intake()::take);
        return new PeriodicStep("spool", PERIOD, () -> {
            spool.take();
            return false;
        });
    }
}
