package dev.pawl.gateway.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.MessageOrBuilder;
import com.google.protobuf.util.JsonFormat;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.protobuf.StatusProto;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** Writes messages by protobuf's JSON mapping, and statuses as errors of Connect. */
final class ResponseJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Fields with their defaults too: a client reads false, not nothing. */
    private static final JsonFormat.Printer PRINTER =
            JsonFormat.printer().omittingInsignificantWhitespace().alwaysPrintFieldsWithNoPresence();

    private static final List<Message> DETAILS =
            List.of(BadRequest.getDefaultInstance(), ErrorInfo.getDefaultInstance(), RetryInfo.getDefaultInstance());

    private ResponseJson() {}

    static byte[] message(MessageOrBuilder message) {
        return text(message).getBytes(StandardCharsets.UTF_8);
    }

    /** {@code {"result": …}}: a message of a stream. */
    static byte[] result(MessageOrBuilder message) {
        return ("{\"result\":" + text(message) + "}\n").getBytes(StandardCharsets.UTF_8);
    }

    /** {@code {"error": …}}: how a stream ended, if not well. */
    static byte[] failure(Status status, Metadata trailers) {
        return bytes(JSON.createObjectNode().set("error", node(status, trailers)), "\n");
    }

    static byte[] error(Status status, Metadata trailers) {
        return bytes(node(status, trailers), "");
    }

    private static ObjectNode node(Status status, Metadata trailers) {
        ObjectNode error = JSON.createObjectNode();
        error.put("code", code(status.getCode()));
        error.put("message", status.getDescription() == null ? "" : status.getDescription());
        com.google.rpc.Status full = StatusProto.fromStatusAndTrailers(status, trailers);
        if (full.getDetailsCount() > 0) {
            ArrayNode details = error.putArray("details");
            full.getDetailsList().forEach(detail -> details.add(node(detail)));
        }
        return error;
    }

    /** Its bytes, for clients that know the type, and its fields, for people. */
    private static ObjectNode node(Any detail) {
        ObjectNode node = JSON.createObjectNode();
        node.put("type", detail.getTypeUrl().substring(detail.getTypeUrl().lastIndexOf('/') + 1));
        node.put(
                "value",
                Base64.getEncoder()
                        .withoutPadding()
                        .encodeToString(detail.getValue().toByteArray()));
        DETAILS.stream()
                .filter(known -> detail.is(known.getClass()))
                .findFirst()
                .ifPresent(known -> node.set("debug", fields(detail, known)));
        return node;
    }

    private static ObjectNode fields(Any detail, Message known) {
        try {
            return (ObjectNode) JSON.readTree(text(known.getParserForType().parseFrom(detail.getValue())));
        } catch (InvalidProtocolBufferException | JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(MessageOrBuilder message) {
        try {
            return PRINTER.print(message);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a message of ours has no JSON", e);
        }
    }

    private static byte[] bytes(JsonNode node, String end) {
        return (node + end).getBytes(StandardCharsets.UTF_8);
    }

    /** Connect's word for it. */
    private static String code(Status.Code code) {
        return code == Status.Code.CANCELLED ? "canceled" : code.name().toLowerCase(Locale.ROOT);
    }
}
