package dev.pawl.worker.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** Build id: version and commit, or only the version if built without git. */
final class BuildId {
    private static final String RESOURCE = "dev/pawl/worker/build.properties";

    private BuildId() {}

    static String ofThisBuild() {
        try {
            return of(PropertiesLoaderUtils.loadProperties(new ClassPathResource(RESOURCE)));
        } catch (IOException e) {
            throw new UncheckedIOException("the worker does not know its build", e);
        }
    }

    static String of(Properties build) {
        String version = build.getProperty("version", "").strip();
        String commit = build.getProperty("commit", "").strip();
        String changed = Boolean.parseBoolean(build.getProperty("dirty", "").strip()) ? "-dirty" : "";
        return commit.isEmpty() ? version : version + "-" + commit + changed;
    }
}
