package dev.pawl.cli.yaml;

import dev.pawl.cli.text.Durations;
import dev.pawl.cli.text.Nearest;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Typed access to one mapping. Each reader returns null, or an empty list, if the key is absent or its value was
 * reported as a problem.
 */
public final class Section {
    private final MappingNode node;
    private final String path;
    private final Problems problems;
    private final Map<String, Node> values = new LinkedHashMap<>();

    /** @param path prefix of keys in messages, such as {@code limits.} */
    public Section(MappingNode node, String path, List<String> keys, Problems problems) {
        this.node = node;
        this.path = path;
        this.problems = problems;
        for (NodeTuple tuple : node.getValue()) {
            read(tuple, keys);
        }
    }

    private void read(NodeTuple tuple, List<String> keys) {
        if (!(tuple.getKeyNode() instanceof ScalarNode keyNode)) {
            problems.at(tuple.getKeyNode(), "a key is one word");
            return;
        }
        String key = keyNode.getValue();
        if (!keys.contains(key)) {
            String hint = Nearest.to(key, keys)
                    .map(near -> "did you mean '" + near + "'?")
                    .orElse("known here: " + String.join(", ", keys));
            problems.at(keyNode, "unknown key '" + path + key + "'", hint);
        } else if (values.putIfAbsent(key, tuple.getValueNode()) != null) {
            problems.at(keyNode, "key '" + path + key + "' is given twice", "keep one of them");
        }
    }

    public Node node() {
        return node;
    }

    public boolean has(String key) {
        return values.containsKey(key);
    }

    /** Where to report a problem of this key: its value, or the section if the key is absent. */
    public Node place(String key) {
        return values.getOrDefault(key, node);
    }

    public void problem(String key, String reason, @Nullable String hint) {
        problems.at(place(key), path + key + ": " + reason, hint);
    }

    public @Nullable String text(String key) {
        Node value = values.get(key);
        return value == null ? null : text(value, path + key);
    }

    private @Nullable String text(Node value, String name) {
        if (!(value instanceof ScalarNode scalar) || Tag.NULL.equals(value.getTag())) {
            problems.at(value, name + " is a text, not " + kind(value));
            return null;
        }
        if (scalar.getValue().isBlank()) {
            problems.at(value, name + " is empty", "give a value or remove the key");
            return null;
        }
        return scalar.getValue();
    }

    public List<String> texts(String key) {
        Node value = values.get(key);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof SequenceNode sequence)) {
            problems.at(value, path + key + " is a list, not " + kind(value), example(value));
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            String text = text(item, "an item of " + path + key);
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    private static @Nullable String example(Node value) {
        return value instanceof ScalarNode scalar && !scalar.getValue().isBlank()
                ? "write [\"" + scalar.getValue() + "\"]"
                : null;
    }

    public @Nullable Integer integer(String key, int min, int max) {
        Long number = whole(key, min, max);
        return number == null ? null : Math.toIntExact(number);
    }

    public @Nullable Long whole(String key, long min, long max) {
        String allowed = "a whole number from %d to %d".formatted(min, max);
        return plain(key, Tag.INT, allowed, text -> {
            long number = Long.parseLong(text);
            return number < min || number > max ? null : number;
        });
    }

    public @Nullable Double fraction(String key) {
        return number(key, "a number from 0 to 1", number -> {
            double value = number.doubleValue();
            return value < 0 || value > 1 ? null : value;
        });
    }

    public @Nullable BigDecimal amount(String key) {
        return number(
                key,
                "an amount of US dollars above 0, such as 2.50",
                number -> number.signum() <= 0 || number.compareTo(BigDecimal.valueOf(1_000_000)) > 0 ? null : number);
    }

    private <T> @Nullable T number(String key, String allowed, Function<BigDecimal, @Nullable T> convert) {
        Node value = values.get(key);
        Tag tag = value != null && Tag.INT.equals(value.getTag()) ? Tag.INT : Tag.FLOAT;
        return plain(key, tag, allowed, text -> convert.apply(new BigDecimal(text)));
    }

    public @Nullable Boolean truth(String key) {
        return plain(key, Tag.BOOL, "true or false", Boolean::valueOf);
    }

    private <T> @Nullable T plain(String key, Tag tag, String allowed, Function<String, @Nullable T> convert) {
        Node value = values.get(key);
        if (value == null) {
            return null;
        }
        if (value instanceof ScalarNode scalar && tag.equals(value.getTag())) {
            try {
                T converted = convert.apply(scalar.getValue());
                if (converted != null) {
                    return converted;
                }
            } catch (NumberFormatException notDecimal) {
                problems.at(value, path + key + " is " + allowed + ", not " + scalar.getValue());
                return null;
            }
        }
        problems.at(value, path + key + " is " + allowed + ", not " + kind(value));
        return null;
    }

    public @Nullable Duration duration(String key) {
        Node value = values.get(key);
        if (value == null) {
            return null;
        }
        Duration duration = value instanceof ScalarNode scalar
                ? Durations.parse(scalar.getValue()).orElse(null)
                : null;
        if (duration == null) {
            String hint = value instanceof ScalarNode scalar && Tag.INT.equals(value.getTag())
                    ? "did you mean '" + scalar.getValue() + "m'?"
                    : "write 90s, 30m, 2h or 7d";
            problems.at(value, path + key + " is a duration with its unit, not " + kind(value), hint);
        }
        return duration;
    }

    /** The items of a list of durations. */
    public List<Duration> durations(String key) {
        List<Duration> durations = new ArrayList<>();
        for (Node item : items(key)) {
            Duration duration = item instanceof ScalarNode scalar
                    ? Durations.parse(scalar.getValue()).orElse(null)
                    : null;
            if (duration == null) {
                problems.at(
                        item,
                        "an item of " + path + key + " is a duration with its unit, not " + kind(item),
                        "write 90s, 30m, 2h or 7d");
            } else {
                durations.add(duration);
            }
        }
        return durations;
    }

    public @Nullable String oneOf(String key, List<String> allowed) {
        String text = text(key);
        return text == null ? null : oneOf(place(key), path + key, text, allowed);
    }

    /** The items of a list, each one of the allowed words. */
    public List<String> allOf(String key, List<String> allowed) {
        List<String> checked = new ArrayList<>();
        if (!(values.get(key) instanceof SequenceNode sequence)) {
            return texts(key);
        }
        for (Node item : sequence.getValue()) {
            String text = text(item, "an item of " + path + key);
            String word = text == null ? null : oneOf(item, path + key, text, allowed);
            if (word != null) {
                checked.add(word);
            }
        }
        return checked;
    }

    private @Nullable String oneOf(Node place, String name, String text, List<String> allowed) {
        if (allowed.contains(text)) {
            return text;
        }
        String hint = Nearest.to(text, allowed)
                .map(near -> "did you mean '" + near + "'?")
                .orElse("allowed: " + String.join(", ", allowed));
        problems.at(place, name + ": unknown value '" + text + "'", hint);
        return null;
    }

    public @Nullable Section section(String key, List<String> keys) {
        Node value = values.get(key);
        if (value == null) {
            return null;
        }
        if (value instanceof MappingNode mapping) {
            return new Section(mapping, path + key + ".", keys, problems);
        }
        problems.at(value, path + key + " is a group of keys, not " + kind(value), "keys: " + String.join(", ", keys));
        return null;
    }

    /** The items of a list; the caller reports invalid ones. */
    public List<Node> items(String key) {
        Node value = values.get(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        problems.at(value, path + key + " is a list, not " + kind(value), example(value));
        return List.of();
    }

    private static String kind(Node value) {
        return switch (value.getNodeType()) {
            case MAPPING -> "a group of keys";
            case SEQUENCE -> "a list";
            case SCALAR -> scalarKind((ScalarNode) value);
            case ANCHOR -> "an alias";
        };
    }

    private static String scalarKind(ScalarNode value) {
        if (Tag.NULL.equals(value.getTag())) {
            return "nothing";
        }
        String text = value.getValue();
        return "'" + (text.length() > 60 ? text.substring(0, 60) + "…" : text) + "'";
    }
}
