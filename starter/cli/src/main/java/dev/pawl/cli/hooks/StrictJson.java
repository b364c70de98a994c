package dev.pawl.cli.hooks;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.ToNumberPolicy;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.IOException;
import java.io.StringReader;

/** Reads JSON of which nothing may be lost: no comments, and no name twice in an object. */
final class StrictJson {
    private final JsonReader in;

    private StrictJson(String text) {
        in = new JsonReader(new StringReader(text));
        in.setStrictness(Strictness.STRICT);
    }

    /**
     * Reads one object; its members and the digits of its numbers stay as they are.
     *
     * @throws IOException if the text is anything else
     */
    static JsonObject object(String text) throws IOException {
        StrictJson json = new StrictJson(text);
        JsonElement value = json.value();
        if (json.in.peek() != JsonToken.END_DOCUMENT) {
            throw new MalformedJsonException("text after the object");
        }
        if (!value.isJsonObject()) {
            throw new MalformedJsonException("not an object");
        }
        return value.getAsJsonObject();
    }

    private JsonElement value() throws IOException {
        return switch (in.peek()) {
            case BEGIN_OBJECT -> members();
            case BEGIN_ARRAY -> elements();
            case STRING -> new JsonPrimitive(in.nextString());
            case NUMBER -> new JsonPrimitive(ToNumberPolicy.LAZILY_PARSED_NUMBER.readNumber(in));
            case BOOLEAN -> new JsonPrimitive(in.nextBoolean());
            case NULL -> {
                in.nextNull();
                yield JsonNull.INSTANCE;
            }
            case END_ARRAY, END_OBJECT, NAME, END_DOCUMENT -> throw new MalformedJsonException("no value");
        };
    }

    private JsonObject members() throws IOException {
        JsonObject object = new JsonObject();
        in.beginObject();
        while (in.hasNext()) {
            String name = in.nextName();
            if (object.has(name)) {
                throw new MalformedJsonException("'%s' is there twice, at %s".formatted(name, in.getPath()));
            }
            object.add(name, value());
        }
        in.endObject();
        return object;
    }

    private JsonArray elements() throws IOException {
        JsonArray array = new JsonArray();
        in.beginArray();
        while (in.hasNext()) {
            array.add(value());
        }
        in.endArray();
        return array;
    }
}
