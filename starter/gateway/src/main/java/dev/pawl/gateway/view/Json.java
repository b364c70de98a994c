package dev.pawl.gateway.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Struct;
import com.google.protobuf.util.JsonFormat;
import dev.pawl.workflows.codec.PawlDataConverter;

/** JSON columns, read with the same rules as histories. */
public final class Json {
    private static final ObjectMapper MAPPER = PawlDataConverter.mapper();

    private Json() {}

    /** @throws IllegalStateException if a row has something else */
    static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored %s cannot be read".formatted(type.getSimpleName()), e);
        }
    }

    /** @throws IllegalStateException if a row has something other than an object */
    public static Struct struct(String json) {
        Struct.Builder struct = Struct.newBuilder();
        try {
            JsonFormat.parser().merge(json, struct);
            return struct.build();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a stored payload is not a JSON object", e);
        }
    }
}
