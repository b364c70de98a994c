package dev.pawl.cli.document;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.protobuf.Struct;
import com.google.protobuf.Timestamp;
import com.google.protobuf.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Building and writing JSON. Absent values are null, so that every document has all its fields. */
public final class Json {
    private static final Gson PRETTY = new GsonBuilder()
            .serializeNulls()
            .disableHtmlEscaping()
            .setPrettyPrinting()
            .create();
    private static final Gson ONE_LINE =
            new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

    private Json() {}

    public static String pretty(JsonElement element) {
        return PRETTY.toJson(element);
    }

    public static String line(JsonElement element) {
        return ONE_LINE.toJson(element);
    }

    public static JsonElement text(@Nullable String value) {
        return value == null || value.isEmpty() ? JsonNull.INSTANCE : new JsonPrimitive(value);
    }

    /** A line of {@code jsonl} among lines of other types. */
    public static JsonObject typed(String type, JsonElement document) {
        JsonObject line = new JsonObject();
        line.addProperty("type", type);
        line.add(type, document);
        return line;
    }

    static JsonElement number(@Nullable Number value) {
        return value == null ? JsonNull.INSTANCE : new JsonPrimitive(value);
    }

    static JsonElement decimal(@Nullable String value) {
        return value == null || value.isEmpty() ? JsonNull.INSTANCE : new JsonPrimitive(new BigDecimal(value));
    }

    public static JsonElement time(Timestamp time) {
        return new JsonPrimitive(
                Instant.ofEpochSecond(time.getSeconds(), time.getNanos()).toString());
    }

    public static JsonArray texts(Collection<String> values) {
        return array(List.copyOf(values), JsonPrimitive::new);
    }

    public static <T> JsonArray array(List<T> values, Function<T, ? extends JsonElement> convert) {
        JsonArray array = new JsonArray(values.size());
        values.forEach(value -> array.add(convert.apply(value)));
        return array;
    }

    /** Converts a value of an event's payload. */
    static JsonElement value(Value value) {
        return switch (value.getKindCase()) {
            case NUMBER_VALUE -> new JsonPrimitive(number(value.getNumberValue()));
            case STRING_VALUE -> new JsonPrimitive(value.getStringValue());
            case BOOL_VALUE -> new JsonPrimitive(value.getBoolValue());
            case STRUCT_VALUE -> object(value.getStructValue());
            case LIST_VALUE -> array(value.getListValue().getValuesList(), Json::value);
            case NULL_VALUE, KIND_NOT_SET -> JsonNull.INSTANCE;
        };
    }

    /** Protobuf has only doubles; whole numbers are written as integers. */
    private static BigDecimal number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? BigDecimal.valueOf((long) value)
                : BigDecimal.valueOf(value);
    }

    static JsonObject object(Struct struct) {
        JsonObject object = new JsonObject();
        for (Map.Entry<String, Value> field : struct.getFieldsMap().entrySet()) {
            object.add(field.getKey(), value(field.getValue()));
        }
        return object;
    }
}
