package dev.pawl.local.stack;

import dev.pawl.local.engine.Engine;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.spring.boot.TemporalOptionsCustomizer;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Worker and gateway in one context, connected to the stack's engine. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class LocalApplication {

    /** Everything the engine's own options say (address or channel, TLS, API key), with the metrics of this process. */
    @Bean
    TemporalOptionsCustomizer<WorkflowServiceStubsOptions.Builder> engineOptions(Engine engine) {
        return configured -> WorkflowServiceStubsOptions.newBuilder(engine.connection())
                .setMetricsScope(configured.build().getMetricsScope());
    }
}
