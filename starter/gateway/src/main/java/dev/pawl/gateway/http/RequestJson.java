package dev.pawl.gateway.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import dev.pawl.gateway.failure.Failures;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads a message from JSON by protobuf's mapping. Stricter than its parser, which ignores what follows the document,
 * takes the last of equal names, and lets halves of surrogate pairs pass, which no row can store.
 */
final class RequestJson {
    private static final int DEPTH = 100;
    private static final int LONGEST = 300;
    private static final JsonFactory STRICT = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();
    private static final JsonFormat.Parser MAPPING = JsonFormat.parser();

    private RequestJson() {}

    /** @throws StatusRuntimeException INVALID_ARGUMENT if it is no document of that message */
    static Message read(byte[] body, Message prototype) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            scan(text);
            Message.Builder message = prototype.newBuilderForType();
            MAPPING.merge(text, message);
            return message.build();
        } catch (CharacterCodingException e) {
            throw invalid("is not UTF-8");
        } catch (JsonProcessingException e) {
            throw invalid("%s, at line %d, column %d"
                    .formatted(
                            e.getOriginalMessage(),
                            e.getLocation() == null ? 1 : e.getLocation().getLineNr(),
                            e.getLocation() == null ? 1 : e.getLocation().getColumnNr()));
        } catch (InvalidProtocolBufferException e) {
            throw invalid(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw invalid("cannot be read");
        }
    }

    private static void scan(String text) throws IOException {
        try (JsonParser parser = STRICT.createParser(text)) {
            JsonToken first = parser.nextToken();
            if (first != JsonToken.START_OBJECT) {
                throw invalid(first == null ? "is empty; send at least {}" : "is no JSON object");
            }
            for (JsonToken token = first; token != null; token = parser.nextToken()) {
                boolean words = token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME;
                if (words && !StandardCharsets.UTF_8.newEncoder().canEncode(parser.getText())) {
                    throw invalid("has half of a surrogate pair, at line %d"
                            .formatted(parser.currentLocation().getLineNr()));
                }
                if (token == JsonToken.END_OBJECT && parser.getParsingContext().inRoot()) {
                    atEnd(parser);
                    return;
                }
            }
        }
    }

    private static void atEnd(JsonParser parser) throws IOException {
        if (parser.nextToken() != null) {
            throw invalid("has something after its object");
        }
    }

    /** The reason may repeat what was sent: one line of bounded length, without characters that change how it looks. */
    private static StatusRuntimeException invalid(String reason) {
        String line = reason.replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}]+", " ");
        return Failures.invalid("body", line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line);
    }
}
