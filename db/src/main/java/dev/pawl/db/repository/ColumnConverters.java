package dev.pawl.db.repository;

import dev.pawl.db.column.Columns;
import java.util.List;
import java.util.Objects;
import org.postgresql.util.PGobject;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;

/** Converters between columns and record components, beyond those of Spring Data JDBC for PostgreSQL. */
final class ColumnConverters {
    static final List<Converter<?, ?>> ALL = List.of(JsonToText.INSTANCE, StorableText.INSTANCE);

    private ColumnConverters() {}

    /** JSON is stored unchanged. */
    @ReadingConverter
    enum JsonToText implements Converter<PGobject, String> {
        INSTANCE;

        @Override
        public String convert(PGobject json) {
            return Objects.requireNonNull(json.getValue());
        }
    }

    /** Any text of agents and people can be stored. */
    @WritingConverter
    enum StorableText implements Converter<String, String> {
        INSTANCE;

        @Override
        public String convert(String text) {
            return Columns.storable(text);
        }
    }
}
