package dev.pawl.cli.command.access;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.protobuf.Timestamp;
import dev.pawl.api.client.Words;
import dev.pawl.api.v1.Token;
import dev.pawl.cli.document.Json;
import dev.pawl.cli.report.Amounts;
import java.time.Instant;

/** A token as JSON, and in words. */
final class TokenDocument {
    private TokenDocument() {}

    static JsonObject of(Token token) {
        JsonObject json = new JsonObject();
        json.addProperty("name", token.getName());
        json.add(
                "scopes",
                Json.texts(token.getScopesList().stream().map(Words::of).toList()));
        json.add("created_at", Json.time(token.getCreatedAt()));
        json.addProperty("created_by", token.getCreatedBy());
        json.add("expires_at", Json.time(token.getExpiresAt()));
        json.add("revoked_at", token.hasRevokedAt() ? Json.time(token.getRevokedAt()) : JsonNull.INSTANCE);
        json.addProperty("state", state(token, Instant.now()));
        return json;
    }

    /** {@code valid}, {@code expired} or {@code revoked}. */
    static String state(Token token, Instant now) {
        if (token.hasRevokedAt()) {
            return "revoked";
        }
        return time(token.getExpiresAt()).isAfter(now) ? "valid" : "expired";
    }

    static Instant time(Timestamp time) {
        return Amounts.instant(time);
    }
}
