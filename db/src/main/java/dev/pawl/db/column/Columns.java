package dev.pawl.db.column;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parameters for column types that PostgreSQL's driver does not map from Java types. */
public final class Columns {
    private Columns() {}

    /** A parameter for a {@code timestamptz} column. */
    public static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    /** Text of agents or people: PostgreSQL stores every character but NUL. */
    public static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }

    /** A parameter for a text column with text of agents or people. */
    public static @Nullable String text(@Nullable String value) {
        return value == null ? null : storable(value);
    }

    /** A parameter for a {@code text[]} column. */
    public static String[] texts(List<String> values) {
        return values.stream().map(Columns::storable).toArray(String[]::new);
    }
}
