package dev.pawl.cli.planimport;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lenient access to an object whose producer is not ours; knows which fields nobody read. */
final class Fields {
    private static final List<String> PATH_KEYS = List.of("path", "file", "name");

    private final JsonObject json;
    private final Set<String> unread = new LinkedHashSet<>();

    Fields(JsonObject json) {
        this.json = json;
        json.entrySet().stream().filter(entry -> !empty(entry.getValue())).forEach(entry -> unread.add(entry.getKey()));
    }

    private static boolean empty(JsonElement value) {
        return value.isJsonNull()
                || (value.isJsonArray() && value.getAsJsonArray().isEmpty())
                || (value.isJsonObject() && value.getAsJsonObject().isEmpty());
    }

    /** Names of fields that have a value and were not read. */
    List<String> unread() {
        return List.copyOf(unread);
    }

    Optional<JsonElement> take(String name) {
        JsonElement value = json.get(name);
        if (value == null || value.isJsonNull()) {
            return Optional.empty();
        }
        unread.remove(name);
        return Optional.of(value);
    }

    /** The first of these that is a text or number, not blank. */
    Optional<String> text(String... names) {
        for (String name : names) {
            JsonElement value = json.get(name);
            if (value != null && value.isJsonPrimitive() && !value.getAsString().isBlank()) {
                unread.remove(name);
                return Optional.of(value.getAsString().strip());
            }
        }
        return Optional.empty();
    }

    /** The texts of a list, or a text alone; objects by their path. */
    List<String> texts(String... names) {
        List<String> texts = new ArrayList<>();
        for (String name : names) {
            take(name).ifPresent(value -> texts.addAll(texts(value)));
        }
        return List.copyOf(new LinkedHashSet<>(texts));
    }

    static List<String> texts(JsonElement value) {
        List<String> texts = new ArrayList<>();
        JsonArray items = new JsonArray();
        if (value.isJsonArray()) {
            items = value.getAsJsonArray();
        } else {
            items.add(value);
        }
        for (JsonElement item : items) {
            if (item.isJsonPrimitive() && !item.getAsString().isBlank()) {
                texts.add(item.getAsString().strip());
            } else if (item.isJsonObject()) {
                new Fields(item.getAsJsonObject())
                        .text(PATH_KEYS.toArray(String[]::new))
                        .ifPresent(texts::add);
            }
        }
        return texts;
    }
}
