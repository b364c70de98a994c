package dev.pawl.local.home;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.pawl.workflows.codec.PawlDataConverter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Small records as JSON with lower snake case keys. */
public final class JsonFile {
    private static final Logger log = LoggerFactory.getLogger(JsonFile.class);
    private static final ObjectMapper MAPPER = PawlDataConverter.mapper()
            .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL)
            .enable(SerializationFeature.INDENT_OUTPUT);

    private JsonFile() {}

    public static void write(Path file, Object value) throws IOException {
        AtomicFile.write(file, MAPPER.writeValueAsString(value) + "\n");
    }

    /** Empty if there is no such file or it is unreadable: these files are only hints. */
    public static <T> Optional<T> read(Path file, Class<T> type) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(MAPPER.readValue(Files.readAllBytes(file), type));
        } catch (JsonProcessingException e) {
            log.warn("{} is not readable and is recreated: {}", file, e.getOriginalMessage());
            return Optional.empty();
        }
    }
}
