package dev.pawl.gateway.access;

import dev.pawl.api.client.Words;
import dev.pawl.api.v1.CreateTokenRequest;
import dev.pawl.api.v1.CreateTokenResponse;
import dev.pawl.api.v1.ListTokensRequest;
import dev.pawl.api.v1.ListTokensResponse;
import dev.pawl.api.v1.RevokeTokenRequest;
import dev.pawl.api.v1.RevokeTokenResponse;
import dev.pawl.api.v1.Scope;
import dev.pawl.api.v1.Token;
import dev.pawl.api.v1.TokenServiceGrpc;
import dev.pawl.db.access.AccessTokens;
import dev.pawl.db.access.TokenRow;
import dev.pawl.gateway.failure.Failures;
import dev.pawl.gateway.wire.Times;
import dev.pawl.workflows.model.FailureTypes;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/** The protocol's token service. */
public final class TokenGrpcService extends TokenServiceGrpc.TokenServiceImplBase {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final Duration USUAL = Duration.ofDays(90);
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(366);
    private final AccessTokens tokens;

    public TokenGrpcService(AccessTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public void createToken(CreateTokenRequest request, StreamObserver<CreateTokenResponse> observer) {
        String name = request.getName();
        if (!NAME.matcher(name).matches() || name.equals(Caller.OWNER.name())) {
            throw Failures.invalid(
                    "name", "must be 1 to 63 lower-case letters, digits and '-', and not " + Caller.OWNER.name());
        }
        Secret secret = Secret.random();
        TokenRow created = tokens.create(
                        secret.id(),
                        name,
                        secret.hash(),
                        scopes(request),
                        Caller.current().name(),
                        Instant.now().plus(validity(request)))
                .orElseThrow(() -> Failures.precondition(
                        FailureTypes.NOT_NOW,
                        "a valid token is named '%s'; revoke it first, or choose another name".formatted(name)));
        observer.onNext(CreateTokenResponse.newBuilder()
                .setToken(token(created))
                .setSecret(secret.text())
                .build());
        observer.onCompleted();
    }

    @Override
    public void listTokens(ListTokensRequest request, StreamObserver<ListTokensResponse> observer) {
        observer.onNext(ListTokensResponse.newBuilder()
                .addAllTokens(
                        tokens.list().stream().map(TokenGrpcService::token).toList())
                .build());
        observer.onCompleted();
    }

    @Override
    public void revokeToken(RevokeTokenRequest request, StreamObserver<RevokeTokenResponse> observer) {
        if (!tokens.revoke(request.getName())) {
            throw Failures.notFound("no token '%s'".formatted(request.getName()));
        }
        observer.onNext(RevokeTokenResponse.getDefaultInstance());
        observer.onCompleted();
    }

    private static List<String> scopes(CreateTokenRequest request) {
        List<String> scopes =
                request.getScopesList().stream().distinct().map(Words::of).toList();
        if (scopes.isEmpty() || scopes.contains("")) {
            throw Failures.invalid("scopes", "must be at least one of " + Words.all(Scope.class));
        }
        return scopes;
    }

    private static Duration validity(CreateTokenRequest request) {
        if (!request.hasExpiresIn()) {
            return USUAL;
        }
        Duration asked = Duration.ofSeconds(request.getExpiresIn().getSeconds());
        if (asked.compareTo(SHORTEST) < 0 || asked.compareTo(LONGEST) > 0) {
            throw Failures.invalid("expires_in", "must be one minute to 366 days");
        }
        return asked;
    }

    private static Token token(TokenRow row) {
        Token.Builder token = Token.newBuilder()
                .setName(row.name())
                .setCreatedAt(Times.of(row.createdAt()))
                .setCreatedBy(row.createdBy())
                .setExpiresAt(Times.of(row.expiresAt()));
        row.scopes().forEach(word -> Words.parse(Scope.class, word).ifPresent(token::addScopes));
        if (row.revokedAt() != null) {
            token.setRevokedAt(Times.of(row.revokedAt()));
        }
        return token.build();
    }
}
