package dev.pawl.local.stack;

import dev.pawl.local.engine.Engine;
import dev.pawl.local.postgres.PendingDatabase;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.spring.boot.TemporalOptionsCustomizer;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;

/** Worker and gateway in one context, connected to the stack's engine. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class LocalApplication {

    /** The first user of the database waits for it here. */
    @Bean
    JdbcConnectionDetails localDatabase(PendingDatabase database) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return "pawl";
            }

            @Override
            public String getPassword() {
                return database.password();
            }

            @Override
            public String getJdbcUrl() {
                return database.url();
            }
        };
    }

    /** The engine's own options (address or channel, TLS, API key), with the metrics of this process. */
    @Bean
    TemporalOptionsCustomizer<WorkflowServiceStubsOptions.Builder> engineOptions(Engine engine) {
        return configured -> WorkflowServiceStubsOptions.newBuilder(engine.connection())
                .setMetricsScope(configured.build().getMetricsScope());
    }
}
