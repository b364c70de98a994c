package dev.pawl.api.client;

import com.google.common.base.CaseFormat;
import com.google.protobuf.ProtocolMessageEnum;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Words for the protocol's enum values, in lower snake case: {@code accepted} for {@code TASK_STATUS_ACCEPTED}.
 * Unspecified and unrecognised values have no word.
 */
public final class Words {
    private static final String UNSPECIFIED = "unspecified";

    private Words() {}

    /** The word of a value; empty for unspecified and unrecognised ones. */
    public static <E extends Enum<E> & ProtocolMessageEnum> String of(E value) {
        String prefix = prefix(value.getDeclaringClass());
        if (!value.name().startsWith(prefix)) {
            return "";
        }
        String word = value.name().substring(prefix.length()).toLowerCase(Locale.ROOT);
        return word.equals(UNSPECIFIED) ? "" : word;
    }

    /** The value of a word; empty if there is none. */
    public static <E extends Enum<E> & ProtocolMessageEnum> Optional<E> parse(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> !word.isEmpty() && of(value).equals(word))
                .findFirst();
    }

    /** All words of a type, in the protocol's order. */
    public static <E extends Enum<E> & ProtocolMessageEnum> List<String> all(Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(Words::of)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String prefix(Class<?> type) {
        return CaseFormat.UPPER_CAMEL.to(CaseFormat.UPPER_UNDERSCORE, type.getSimpleName()) + "_";
    }
}
