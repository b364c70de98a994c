package dev.pawl.gateway.access;

import dev.pawl.api.v1.Scope;
import io.grpc.Context;
import java.util.Set;

/**
 * Who makes a call.
 *
 * @param name of the token; {@link #OWNER}'s for the gateway's own token file
 */
public record Caller(String name, Set<Scope> scopes) {
    /** Has the token file, and so all rights. */
    public static final Caller OWNER = new Caller("local", Set.of(Scope.SCOPE_ADMIN));

    static final Context.Key<Caller> KEY = Context.keyWithDefault("pawl-caller", OWNER);

    public Caller {
        scopes = Set.copyOf(scopes);
    }

    /** The caller of the current call. */
    public static Caller current() {
        return KEY.get();
    }

    /**
     * Who acts, for people. The owner's word is taken for it; another caller is named, whoever it acts for.
     *
     * @param by what the call says; may be empty
     */
    public String actingFor(String by) {
        if (equals(OWNER)) {
            return by.isBlank() ? "someone" : by;
        }
        return by.isBlank() || by.equals(name) ? name : "%s (%s)".formatted(by, name);
    }

    boolean may(Scope needed) {
        return scopes.contains(Scope.SCOPE_ADMIN)
                || scopes.contains(needed)
                || (needed == Scope.SCOPE_READ && !scopes.isEmpty());
    }
}
