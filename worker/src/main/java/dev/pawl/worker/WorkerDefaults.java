package dev.pawl.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** The default properties of every worker; any other source of configuration overrides them. */
public final class WorkerDefaults {
    private WorkerDefaults() {}

    public static Properties properties() {
        try {
            return PropertiesLoaderUtils.loadProperties(new ClassPathResource("dev/pawl/worker/worker.properties"));
        } catch (IOException e) {
            throw new UncheckedIOException("the worker's own properties are not on its class path", e);
        }
    }
}
