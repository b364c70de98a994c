package dev.pawl.worker.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.boot.json.JsonParserFactory;

/**
 * Every property under {@code pawl.*} of every module on the class path, from the metadata that the build generates
 * from configuration records.
 */
final class KnownProperties {
    static final String PREFIX = "pawl.";
    private static final String METADATA = "META-INF/spring-configuration-metadata.json";

    private KnownProperties() {}

    static SortedSet<String> on(ClassLoader classPath) {
        try {
            SortedSet<String> names = new TreeSet<>();
            for (URL metadata : Collections.list(classPath.getResources(METADATA))) {
                names.addAll(named(metadata));
            }
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the description of the configuration", e);
        }
    }

    private static List<String> named(URL metadata) throws IOException {
        List<String> names = new ArrayList<>();
        try (InputStream in = metadata.openStream()) {
            String json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            // Most files are large and belong to other libraries.
            if (!json.contains("\"" + PREFIX)) {
                return names;
            }
            Object properties = JsonParserFactory.getJsonParser().parseMap(json).get("properties");
            for (Object property : properties instanceof List<?> list ? list : List.of()) {
                if (property instanceof Map<?, ?> fields
                        && String.valueOf(fields.get("name")).startsWith(PREFIX)) {
                    names.add(String.valueOf(fields.get("name")));
                }
            }
        }
        return names;
    }
}
