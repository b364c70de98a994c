package dev.pawl.local.stack;

import dev.pawl.local.engine.Engine;
import dev.pawl.local.postgres.PendingDatabase;
import java.util.List;
import java.util.Properties;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the application context of worker and gateway. */
final class LocalContext {
    private LocalContext() {}

    static ConfigurableApplicationContext start(
            Engine engine, PendingDatabase database, Properties properties, List<String> arguments) {
        SpringApplication application = new SpringApplication(LocalApplication.class);
        application.setDefaultProperties(properties);
        // The stack closes it, in its own order.
        application.setRegisterShutdownHook(false);
        application.addInitializers(context -> {
            context.getBeanFactory().registerSingleton("localEngine", engine);
            context.getBeanFactory().registerSingleton("pendingDatabase", database);
        });
        return application.run(arguments.toArray(new String[0]));
    }
}
