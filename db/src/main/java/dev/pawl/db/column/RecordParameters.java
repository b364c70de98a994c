package dev.pawl.db.column;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/** Record components as named statement parameters, in types that PostgreSQL's driver accepts. */
public final class RecordParameters extends MapSqlParameterSource {
    /** Cached: looking them up for each statement costs more than the statement. */
    private static final ClassValue<List<RecordComponent>> COMPONENTS = new ClassValue<>() {
        @Override
        protected List<RecordComponent> computeValue(Class<?> type) {
            return List.of(type.getRecordComponents());
        }
    };

    public static RecordParameters of(Record row) {
        return new RecordParameters().and(row);
    }

    /** Adds the components of another record. */
    public RecordParameters and(Record row) {
        for (RecordComponent component : COMPONENTS.get(row.getClass())) {
            and(component.getName(), value(component, row));
        }
        return this;
    }

    /** Adds a parameter that is not a component. */
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
