package dev.pawl.connection;

import io.temporal.client.WorkflowClientOptions;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.spring.boot.TemporalOptionsCustomizer;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Connects to the engine that Temporal's environment configuration names, if it names one; else as {@code
 * spring.temporal.*} says. An application with a bean {@code engineOptions} connects by itself.
 */
@AutoConfiguration
@ConditionalOnMissingBean(name = "engineOptions")
public class ConnectionAutoConfiguration {
    /** What an argument of the process, such as {@code --TEMPORAL_CONFIG_FILE=FILE}, can set as well. */
    private static final String[] NAMES = {
        "TEMPORAL_CONFIG_FILE", "TEMPORAL_PROFILE", "TEMPORAL_ADDRESS", "TEMPORAL_NAMESPACE"
    };

    /** The options of the profile, with the metrics of this process. */
    @Bean
    TemporalOptionsCustomizer<WorkflowServiceStubsOptions.Builder> configuredEngineOptions(Environment environment)
            throws IOException {
        Optional<EngineProfile> profile = profile(environment);
        return options -> profile.map(EngineProfile::connection)
                .map(WorkflowServiceStubsOptions::newBuilder)
                .map(builder -> builder.setMetricsScope(options.build().getMetricsScope()))
                .orElse(options);
    }

    @Bean
    TemporalOptionsCustomizer<WorkflowClientOptions.Builder> configuredEngineNamespace(Environment environment)
            throws IOException {
        Optional<EngineProfile> profile = profile(environment);
        return options ->
                profile.map(EngineProfile::namespace).map(options::setNamespace).orElse(options);
    }

    private static Optional<EngineProfile> profile(Environment environment) throws IOException {
        Map<String, String> variables = new TreeMap<>(System.getenv());
        for (String name : NAMES) {
            String value = environment.getProperty(name);
            if (value != null) {
                variables.put(name, value);
            }
        }
        return EngineProfile.configured(variables);
    }
}
