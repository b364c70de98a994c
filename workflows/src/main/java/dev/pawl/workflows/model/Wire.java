package dev.pawl.workflows.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Spelling of enum values outside Java: lower snake case. */
public final class Wire {
    private Wire() {}

    public static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    public static <E extends Enum<E>> E parse(Class<E> type, String wire) {
        for (E value : type.getEnumConstants()) {
            if (name(value).equals(wire)) {
                return value;
            }
        }
        String allowed = Arrays.stream(type.getEnumConstants()).map(Wire::name).collect(Collectors.joining(", "));
        throw new IllegalArgumentException(
                "unknown %s '%s', allowed: %s".formatted(type.getSimpleName(), wire, allowed));
    }
}
