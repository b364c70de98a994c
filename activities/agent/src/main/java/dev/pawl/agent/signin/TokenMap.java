package dev.pawl.agent.signin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tokens by account, in an object beside other settings, without a time.
 *
 * @param names of the object in all versions
 */
public record TokenMap(List<String> names) implements SignInFormat {
    public TokenMap {
        names = List.copyOf(names);
    }

    @Override
    public @Nullable ObjectNode renewed(ObjectNode users, ObjectNode returned) {
        ObjectNode result = users.deepCopy();
        boolean any = false;
        for (String name : names) {
            if (result.get(name) instanceof ObjectNode own && returned.get(name) instanceof ObjectNode back) {
                any |= renew(own, back);
            }
        }
        return any ? result : null;
    }

    private static boolean renew(ObjectNode own, ObjectNode back) {
        List<String> changed = own.properties().stream()
                .filter(entry -> OAuthTokens.token(entry.getValue()))
                .filter(entry -> OAuthTokens.token(back.get(entry.getKey())))
                .filter(entry -> !entry.getValue().equals(back.get(entry.getKey())))
                .map(Map.Entry::getKey)
                .toList();
        changed.forEach(account -> own.set(account, back.get(account)));
        return !changed.isEmpty();
    }
}
