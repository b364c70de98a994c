package dev.pawl.agent.limit;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One wording.
 *
 * @param agents that use it; empty means all
 * @param words a regular expression to find, ignoring case; absent if {@code status} alone matches
 * @param status HTTP status; absent means any
 * @param scope {@code model} if only one model is limited, else {@code account}
 * @param reset the window that is used up, if the words do not say when it ends
 * @param otherwise the action if the end is unknown
 * @param looksLike a guess, for errors that nothing else matches
 */
record LimitRow(
        @JsonProperty("agents") List<String> agents,
        @JsonProperty("words") @Nullable Pattern words,
        @JsonProperty("status") @Nullable Integer status,
        @JsonProperty("action") LimitAction action,
        @JsonProperty("scope") @Nullable Scope scope,
        @JsonProperty("reset") @Nullable Window reset,
        @JsonProperty("otherwise") @Nullable LimitAction otherwise,
        @JsonProperty("looks-like") boolean looksLike) {
    enum Scope {
        @JsonProperty("account")
        ACCOUNT,
        @JsonProperty("model")
        MODEL
    }

    LimitRow {
        agents = agents == null ? List.of() : List.copyOf(agents);
        words = words == null
                ? null
                : Pattern.compile(words.pattern(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
        if (words == null && status == null) {
            throw new IllegalArgumentException("a limit needs 'words' or 'status'");
        }
        Objects.requireNonNull(action, "a limit needs 'action'");
    }

    boolean ofModel() {
        return scope == Scope.MODEL;
    }

    boolean matches(String agent, ProviderSaid said) {
        return (agents.isEmpty() || agents.contains(agent))
                && (status == null || status.equals(said.status()))
                && (words == null || words.matcher(plain(said.words())).find());
    }

    /** Replaces typographic apostrophes and dots, so that a row needs only one form. */
    private static String plain(String text) {
        return text.replace('\u2019', '\'')
                .replace('\u2018', '\'')
                .replace('\u2219', '\u00b7')
                .replace('\u2022', '\u00b7');
    }
}
