package dev.pawl.cli.mcp;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a client sent in one line: a message of JSON-RPC, or something else. */
sealed interface Incoming {
    record Message(JSONRPCMessage message) implements Incoming {}

    /**
     * No message.
     *
     * @param id of the request, as far as it has one
     */
    record Refused(int code, @Nullable Object id, String reason) implements Incoming {}

    static Incoming of(byte[] line, McpJsonMapper json) {
        try {
            return of(json.readValue(line, new TypeRef<Map<String, Object>>() {}), json);
        } catch (StreamReadException noJson) {
            return new Refused(ErrorCodes.PARSE_ERROR, null, "not JSON: " + noJson.getOriginalMessage());
        } catch (JacksonException noObject) {
            return new Refused(ErrorCodes.INVALID_REQUEST, null, "not an object of JSON-RPC; a line has one");
        } catch (IOException noText) {
            return new Refused(ErrorCodes.PARSE_ERROR, null, "not UTF-8: " + noText.getMessage());
        }
    }

    private static Incoming of(@Nullable Map<String, Object> fields, McpJsonMapper json) {
        Object id = fields == null ? null : fields.get("id");
        boolean usable = id instanceof String || id instanceof Integer || id instanceof Long;
        try {
            if (fields == null || !"2.0".equals(fields.get("jsonrpc"))) {
                throw new IllegalArgumentException("no version of JSON-RPC");
            }
            return new Message(json.convertValue(fields, type(fields)));
        } catch (IllegalArgumentException invalid) {
            return new Refused(
                    ErrorCodes.INVALID_REQUEST,
                    usable ? id : null,
                    "not a message of JSON-RPC 2.0: a request has a method, and an id that is a string or an integer");
        }
    }

    private static Class<? extends JSONRPCMessage> type(Map<String, Object> fields) {
        if (!fields.containsKey("method")) {
            return JSONRPCResponse.class;
        }
        return fields.containsKey("id") ? JSONRPCRequest.class : JSONRPCNotification.class;
    }
}
