package dev.pawl.workflows.codec;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.temporal.common.converter.ByteArrayPayloadConverter;
import io.temporal.common.converter.CodecDataConverter;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.JacksonJsonPayloadConverter;
import io.temporal.common.converter.NullPayloadConverter;
import io.temporal.common.converter.ProtobufJsonPayloadConverter;
import java.util.List;

/**
 * Converts values for histories: JSON by Jackson 2, times and durations as ISO-8601 text. Unknown fields are ignored,
 * so that an older worker reads what a newer one wrote. No payload exceeds 64 KiB: {@code ClaimChecked} values go to
 * the content store, any other is refused.
 */
public final class PawlDataConverter {
    private PawlDataConverter() {}

    /** @param claims shared by all workers and gateways of a namespace */
    public static DataConverter create(ClaimStore claims) {
        ObjectMapper json = mapper();
        DataConverter converter = new ClaimingDataConverter(
                new NullPayloadConverter(),
                new ByteArrayPayloadConverter(),
                new ProtobufJsonPayloadConverter(),
                new ClaimCheckConverter(json, claims),
                new JacksonJsonPayloadConverter(json));
        return new CodecDataConverter(converter, List.of(new PayloadLimit()));
    }

    /** The same JSON for rows and golden files. */
    public static JsonMapper mapper() {
        return JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .addModule(new Jdk8Module())
                .disable(
                        SerializationFeature.WRITE_DATES_AS_TIMESTAMPS,
                        SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }
}
