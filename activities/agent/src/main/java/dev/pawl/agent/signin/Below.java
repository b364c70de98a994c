package dev.pawl.agent.signin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sign-ins as members of an object. */
final class Below {
    private Below() {}

    static @Nullable ObjectNode renewed(ObjectNode users, ObjectNode returned, List<String> names, OAuthTokens tokens) {
        ObjectNode result = users.deepCopy();
        boolean any = false;
        for (String name : names) {
            if (users.get(name) instanceof ObjectNode own && returned.get(name) instanceof ObjectNode back) {
                ObjectNode renewed = tokens.renewed(own, back);
                if (renewed != null) {
                    result.set(name, renewed);
                    any = true;
                }
            }
        }
        return any ? result : null;
    }
}
