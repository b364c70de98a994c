package dev.pawl.workflows.model;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks used by the constructors of the model's records. */
public final class Require {
    private Require() {}

    public static String text(@Nullable String value, int maxLength, String field) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(field + " must not be blank");
        }
        if (value.length() > maxLength) {
            throw new IllegalArgumentException(
                    "%s is %d characters long, at most %d are allowed".formatted(field, value.length(), maxLength));
        }
        return value;
    }

    public static int range(int value, int min, int max, String field) {
        if (value < min || value > max) {
            throw new IllegalArgumentException("%s is %d, allowed: %d to %d".formatted(field, value, min, max));
        }
        return value;
    }

    public static long notNegative(long value, String field) {
        if (value < 0) {
            throw new IllegalArgumentException("%s is %d, it must not be negative".formatted(field, value));
        }
        return value;
    }

    public static Duration positive(@Nullable Duration value, String field) {
        if (value == null || value.isZero() || value.isNegative()) {
            throw new IllegalArgumentException(field + " must be longer than zero");
        }
        return value;
    }

    public static @Nullable BigDecimal positiveOrAbsent(@Nullable BigDecimal value, String field) {
        if (value != null && value.signum() <= 0) {
            throw new IllegalArgumentException(field + " must be more than zero");
        }
        return value;
    }

    public static double fraction(double value, String field) {
        if (!(value >= 0.0 && value <= 1.0)) {
            throw new IllegalArgumentException("%s is %s, allowed: 0 to 1".formatted(field, value));
        }
        return value;
    }

    /** An immutable copy; null becomes empty, so that older payloads without the field can be read. */
    public static <T> List<T> list(@Nullable List<T> values) {
        return values == null ? List.of() : List.copyOf(values);
    }
}
