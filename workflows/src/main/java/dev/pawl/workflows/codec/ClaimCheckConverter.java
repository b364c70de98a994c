package dev.pawl.workflows.codec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.ByteString;
import dev.pawl.workflows.model.evidence.ClaimChecked;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.DataConverterException;
import io.temporal.common.converter.PayloadConverter;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps large {@link ClaimChecked} values out of histories. Also reads values that were written inline. */
final class ClaimCheckConverter implements PayloadConverter {
    /** The Web UI and the Temporal CLI show every {@code json/…} as text. */
    private static final String ENCODING = "json/claim";

    /** A handful of values of this size stays well within an iteration's share of a history. */
    private static final int MAX_INLINE = 3 * 1024;

    /** Larger than any legitimate value of a task. */
    private static final int MAX_CLAIM = 16 << 20;

    private final ObjectMapper json;
    private final ClaimStore store;

    ClaimCheckConverter(ObjectMapper json, ClaimStore store) {
        this.json = json;
        this.store = store;
    }

    @Override
    public String getEncodingType() {
        return ENCODING;
    }

    @Override
    public Optional<Payload> toData(@Nullable Object value) {
        if (value == null || !value.getClass().isAnnotationPresent(ClaimChecked.class)) {
            return Optional.empty();
        }
        try {
            byte[] content = json.writeValueAsBytes(value);
            if (content.length <= MAX_INLINE) {
                return Optional.empty();
            }
            String kind = value.getClass().getSimpleName();
            if (content.length > MAX_CLAIM) {
                throw PayloadLimit.tooLarge(kind, content.length, MAX_CLAIM);
            }
            return Optional.of(claim(new Claim(kind, store.put(content))));
        } catch (JsonProcessingException e) {
            throw new DataConverterException(e);
        }
    }

    private Payload claim(Claim claim) throws JsonProcessingException {
        return Payload.newBuilder()
                .putMetadata("encoding", ByteString.copyFromUtf8(ENCODING))
                .setData(ByteString.copyFrom(json.writeValueAsBytes(claim)))
                .build();
    }

    @Override
    public <T> T fromData(Payload payload, Class<T> valueType, Type valueGenericType) {
        try {
            Claim claim = json.readValue(payload.getData().toStringUtf8(), Claim.class);
            return json.readValue(new String(store.get(claim.content()), StandardCharsets.UTF_8), valueType);
        } catch (JsonProcessingException e) {
            throw new DataConverterException(payload, valueType, e);
        }
    }
}
