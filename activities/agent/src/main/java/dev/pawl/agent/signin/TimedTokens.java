package dev.pawl.agent.signin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tokens as an object, with the time of their last renewal beside it.
 *
 * @param below name of the object
 * @param tokens names of its tokens, the access token first; all of those in the user's file must be present
 * @param renewedAt name of the time, in RFC 3339
 */
public record TimedTokens(String below, List<String> tokens, String renewedAt) implements SignInFormat {
    public TimedTokens {
        tokens = List.copyOf(tokens);
    }

    @Override
    public @Nullable ObjectNode renewed(ObjectNode users, ObjectNode returned) {
        Instant before = time(users);
        Instant now = time(returned);
        if (now == null || (before != null && !now.isAfter(before))) {
            return null;
        }
        if (!(users.get(below) instanceof ObjectNode own)
                || !(returned.get(below) instanceof ObjectNode back)
                || !valid(own)
                || !valid(back)
                || !tokens.stream().allMatch(name -> !own.has(name) || back.has(name))
                || !SameAccount.of(own, back)) {
            return null;
        }
        ObjectNode result = users.deepCopy();
        ObjectNode merged = own.deepCopy();
        tokens.stream().filter(back::has).forEach(name -> merged.set(name, back.get(name)));
        result.set(below, merged);
        result.set(renewedAt, returned.get(renewedAt));
        return result;
    }

    private boolean valid(ObjectNode object) {
        return object.has(tokens.getFirst())
                && tokens.stream().filter(object::has).map(object::get).allMatch(OAuthTokens::token);
    }

    private @Nullable Instant time(ObjectNode object) {
        JsonNode text = object.get(renewedAt);
        if (text == null || !text.isTextual()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text.textValue()).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
