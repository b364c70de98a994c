package dev.pawl.gateway.access;

import dev.pawl.api.client.Words;
import dev.pawl.api.v1.Scope;
import dev.pawl.db.access.AccessTokens;
import dev.pawl.db.access.TokenRow;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

/** Knows callers by their tokens. */
public final class Callers {
    private final String owner;
    private final AccessTokens tokens;

    /** @param owner the content of the token file */
    public Callers(String owner, AccessTokens tokens) {
        if (owner.isBlank()) {
            throw new IllegalArgumentException("the token is blank");
        }
        this.owner = owner;
        this.tokens = tokens;
    }

    /**
     * Comparisons take constant time, so that timing reveals nothing. A revoked token is refused at once, since each call
     * reads its row.
     *
     * @return empty for an unknown, revoked or expired token
     */
    Optional<Caller> of(String sent) {
        if (same(sent, owner)) {
            return Optional.of(Caller.OWNER);
        }
        return Secret.of(sent)
                .flatMap(secret -> tokens.find(secret.id()).filter(row -> same(row.secretHash(), secret.hash())))
                .filter(row -> row.valid(Instant.now()))
                .map(Callers::caller);
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static Caller caller(TokenRow row) {
        return new Caller(
                row.name(),
                row.scopes().stream()
                        .flatMap(word -> Words.parse(Scope.class, word).stream())
                        .collect(Collectors.toSet()));
    }
}
