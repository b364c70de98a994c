package dev.pawl.agent.signin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How an agent program keeps its sign-in in a JSON file, so that a renewed one can be told from anything else. */
public interface SignInFormat {
    /** For files that hold no sign-in, or one that no run can renew. */
    SignInFormat NEVER_RENEWED = (users, returned) -> null;

    /**
     * The user's file with what a run renewed in it: tokens that are valid for this kind, of the same account, and newer.
     * Everything else in the file stays the user's. A kind that does not say how old it is counts as newer if it differs;
     * the file of a user who changed it in the meantime is never asked about.
     *
     * @param users the user's own, not changed by this
     * @param returned what a run left, which may be anything
     * @return absent if there is nothing to take over
     */
    @Nullable
    ObjectNode renewed(ObjectNode users, ObjectNode returned);

    /** A file that is one sign-in. */
    static SignInFormat of(OAuthTokens tokens) {
        return tokens::renewed;
    }

    /** A file with a sign-in below a name, beside other things. */
    static SignInFormat below(String name, OAuthTokens tokens) {
        return (users, returned) -> Below.renewed(users, returned, List.of(name), tokens);
    }

    /** A file with any number of sign-ins, each below a name of its own. Only those the user has are renewed. */
    static SignInFormat each(OAuthTokens tokens) {
        return (users, returned) -> Below.renewed(
                users,
                returned,
                users.properties().stream().map(Map.Entry::getKey).toList(),
                tokens);
    }
}
