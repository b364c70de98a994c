package dev.pawl.db.column;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Collection;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/** The components of a record as parameters of a statement, by their names, in the types that PostgreSQL's driver takes. */
public final class RecordParameters extends MapSqlParameterSource {
    private RecordParameters() {}

    public static RecordParameters of(Record row) {
        RecordParameters parameters = new RecordParameters();
        Stream.of(row.getClass().getRecordComponents())
                .forEach(component -> parameters.and(component.getName(), value(component, row)));
        return parameters;
    }

    /** Adds a parameter that is no component. */
    public RecordParameters and(String name, @Nullable Object value) {
        addValue(name, ofDriver(value));
        return this;
    }

    private static @Nullable Object value(RecordComponent component, Record row) {
        try {
            return component.getAccessor().invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("cannot read " + component, e);
        }
    }

    private static @Nullable Object ofDriver(@Nullable Object value) {
        return switch (value) {
            case String text -> Columns.text(text);
            case Instant time -> Columns.time(time);
            case Collection<?> texts ->
                Columns.texts(texts.stream().map(String.class::cast).toList());
            case null, default -> value;
        };
    }
}
