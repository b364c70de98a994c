package dev.pawl.cli.mcp.tool;

import dev.pawl.cli.text.Nearest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values that an argument may have. */
sealed interface Kind {
    /** @param longest characters */
    record Text(int longest) implements Kind {}

    record Choice(List<String> words) implements Kind {}

    /** Whole numbers. */
    record Whole(long least, long most) implements Kind {}

    record Flag() implements Kind {}

    /**
     * A list of texts.
     *
     * @param most elements
     * @param longest characters of each
     */
    record Texts(int most, int longest) implements Kind {}

    /** The kind as JSON Schema. */
    default Map<String, Object> schema() {
        return switch (this) {
            case Text(int longest) -> Map.of("type", "string", "maxLength", longest);
            case Choice(var words) -> Map.of("type", "string", "enum", words);
            case Whole(long least, long most) -> Map.of("type", "integer", "minimum", least, "maximum", most);
            case Flag() -> Map.of("type", "boolean");
            case Texts(int most, int longest) ->
                Map.of("type", "array", "maxItems", most, "items", Map.of("type", "string", "maxLength", longest));
        };
    }

    /** What is wrong with a value, such as {@code must be a string}; empty if nothing is. */
    default Optional<String> problem(Object value) {
        return switch (this) {
            case Text(int longest) -> text(value, longest);
            case Choice(var words) -> choice(value, words);
            case Whole(long least, long most) ->
                problemIf(
                        !(value instanceof Integer || value instanceof Long)
                                || ((Number) value).longValue() < least
                                || ((Number) value).longValue() > most,
                        "must be a whole number from %d to %d".formatted(least, most));
            case Flag() -> problemIf(!(value instanceof Boolean), "must be true or false");
            case Texts(int most, int longest) -> texts(value, most, longest);
        };
    }

    private static Optional<String> text(Object value, int longest) {
        return switch (value) {
            case String text when text.isBlank() -> Optional.of("must not be blank");
            case String text -> problemIf(text.length() > longest, "has at most %,d characters".formatted(longest));
            default -> Optional.of("must be a string");
        };
    }

    private static Optional<String> choice(Object value, List<String> words) {
        if (value instanceof String word && words.contains(word)) {
            return Optional.empty();
        }
        String near = value instanceof String word && word.length() <= 100
                ? Nearest.to(word, words)
                        .map(one -> "; did you mean '" + one + "'?")
                        .orElse("")
                : "";
        return Optional.of("must be one of " + String.join(", ", words) + near);
    }

    private static Optional<String> texts(Object value, int most, int longest) {
        if (!(value instanceof List<?> elements)) {
            return Optional.of("must be a list of strings");
        }
        if (elements.size() > most) {
            return Optional.of("has at most %d elements".formatted(most));
        }
        for (Object element : elements) {
            Optional<String> problem = element == null ? Optional.of("must be a string") : text(element, longest);
            if (problem.isPresent()) {
                return problem.map(what -> "each of them " + what);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> problemIf(boolean wrong, String what) {
        return wrong ? Optional.of(what) : Optional.empty();
    }
}
