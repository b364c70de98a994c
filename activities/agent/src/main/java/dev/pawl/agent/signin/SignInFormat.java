package dev.pawl.agent.signin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How an agent program stores its sign-in in a JSON file, so that a renewed one can be recognized. */
public interface SignInFormat {
    /** For files without a sign-in, or with one that no run renews. */
    SignInFormat NEVER_RENEWED = (users, returned) -> null;

    /**
     * The user's file with the tokens that a run renewed: valid for this format, of the same account, and newer.
     * Everything else in the file is unchanged. Without a time, tokens count as newer if they differ; this is never
     * called if the user changed the file meanwhile.
     *
     * @param users the user's own, not changed by this
     * @param returned what a run left, which may be anything
     * @return absent if there is nothing to copy
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

    /** A file with any number of sign-ins, each below its own name. Only those of the user are renewed. */
    static SignInFormat each(OAuthTokens tokens) {
        return (users, returned) -> Below.renewed(
                users,
                returned,
                users.properties().stream().map(Map.Entry::getKey).toList(),
                tokens);
    }
}
