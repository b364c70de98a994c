package dev.pawl.db.column;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and binds the column types that PostgreSQL's driver has no Java type of ours for. */
public final class Columns {
    private Columns() {}

    /** For a column that is never null. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    public static @Nullable Integer intOrNull(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Integer.class);
    }

    public static @Nullable Long longOrNull(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Long.class);
    }

    public static @Nullable Double doubleOrNull(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Double.class);
    }

    /** For a {@code text[]} column that is never null. */
    public static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return List.of((String[]) array.getArray());
    }

    /** A parameter for a {@code timestamptz} column. */
    public static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    /** A parameter for a text column that agents or people fill: PostgreSQL holds every character but NUL. */
    public static @Nullable String text(@Nullable String value) {
        return value == null ? null : value.replace('\0', '\uFFFD');
    }

    /** A parameter for a {@code text[]} column. */
    public static String[] texts(List<String> values) {
        return values.stream().map(value -> value.replace('\0', '\uFFFD')).toArray(String[]::new);
    }
}
