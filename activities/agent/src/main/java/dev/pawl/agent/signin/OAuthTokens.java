package dev.pawl.agent.signin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * OAuth tokens as an object: an access token, a refresh token, and the expiry. A renewed one expires later.
 *
 * @param tokens names of the tokens; all of those in the user's file must be present
 * @param expires name of the time, in milliseconds since 1970
 * @param renewed names of further members that change with a renewal; all others stay the user's
 */
public record OAuthTokens(List<String> tokens, String expires, List<String> renewed) {
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{1,16384}");

    public OAuthTokens {
        tokens = List.copyOf(tokens);
        renewed = List.copyOf(renewed);
    }

    /** The user's object with the newer tokens; absent if they are invalid, of another account, or not newer. */
    @Nullable
    ObjectNode renewed(ObjectNode users, ObjectNode returned) {
        if (!valid(users) || !valid(returned) || !SameAccount.of(users, returned)) {
            return null;
        }
        boolean all = tokens.stream().allMatch(name -> !users.has(name) || returned.has(name));
        if (!all || returned.get(expires).longValue() <= users.get(expires).longValue()) {
            return null;
        }
        ObjectNode result = users.deepCopy();
        tokens.forEach(name -> take(name, returned, result));
        take(expires, returned, result);
        renewed.forEach(name -> take(name, returned, result));
        return result;
    }

    /** At least the first token, the access token, must be present; every present token must look like one. */
    private boolean valid(ObjectNode object) {
        JsonNode time = object.get(expires);
        return time != null
                && time.isIntegralNumber()
                && time.canConvertToLong()
                && time.longValue() > 0
                && object.has(tokens.getFirst())
                && tokens.stream().filter(object::has).map(object::get).allMatch(OAuthTokens::token);
    }

    static boolean token(@Nullable JsonNode node) {
        return node != null
                && node.isTextual()
                && TOKEN.matcher(node.textValue()).matches();
    }

    private static void take(String name, ObjectNode from, ObjectNode to) {
        Optional.ofNullable(from.get(name)).ifPresent(value -> to.set(name, value));
    }
}
