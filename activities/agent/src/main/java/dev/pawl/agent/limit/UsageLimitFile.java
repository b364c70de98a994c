package dev.pawl.agent.limit;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** A TOML file of wordings, see docs/usage-limits.md. */
record UsageLimitFile(@JsonProperty("limit") List<LimitRow> rows) {
    private static final String BUILT_IN = "usage-limits.toml";
    private static final ObjectMapper TOML = TomlMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    UsageLimitFile {
        rows = rows == null ? List.of() : List.copyOf(rows);
    }

    static UsageLimitFile builtIn() {
        try (InputStream in = Objects.requireNonNull(UsageLimitFile.class.getResourceAsStream(BUILT_IN), BUILT_IN)) {
            return parse(BUILT_IN, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws UsageLimitFileException with the file and its error */
    static UsageLimitFile read(Path file) {
        try {
            return parse(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UsageLimitFileException("usage limits cannot be read from " + file + ": " + e, e);
        }
    }

    private static UsageLimitFile parse(String name, String text) {
        try {
            return TOML.readValue(text, UsageLimitFile.class);
        } catch (JsonProcessingException e) {
            Throwable cause = e.getCause();
            String where =
                    new TomlPlace(text).of(e).map(line -> ", line " + line).orElse("");
            throw new UsageLimitFileException(
                    "usage limits of %s%s: %s"
                            .formatted(name, where, cause == null ? e.getOriginalMessage() : cause.getMessage()),
                    e);
        }
    }
}
