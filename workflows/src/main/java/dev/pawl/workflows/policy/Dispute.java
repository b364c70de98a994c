package dev.pawl.workflows.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.pawl.workflows.model.request.CheckSpec;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An agent's claim that a check contradicts the task. It never makes a result better; it only leads to a question.
 *
 * @param check name of the check; absent if the agent named no check of the task
 * @param said the agent's own words: which check, and why
 */
public record Dispute(
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String check, String said) {
    private static final Pattern QUOTES = Pattern.compile("^[\"'`*\\s]+");

    /** What may follow a name; anything else makes it the start of another word. */
    private static final Pattern BEHIND =
            Pattern.compile("^(?:[\"'`*\\s]*$|[\"'`*]*\\s*(?:—|–|-|:|,|;)|[\"'`*\\s]).*", Pattern.DOTALL);

    private static final Pattern KIND = Pattern.compile("(?i)^(?:the\\s+)?check\\s+");

    /** @param said a line such as {@code tests — why}, with the check's name or command */
    static Dispute of(String said, List<CheckSpec> checks) {
        String start = strip(said);
        String name = null;
        int longest = 0;
        for (CheckSpec check : checks) {
            int named = Stream.of(check.name(), check.run())
                    .mapToInt(word -> named(start, word))
                    .max()
                    .orElse(0);
            if (named > longest) {
                longest = named;
                name = check.name();
            }
        }
        if (name == null && checks.size() == 1) {
            // Whichever part of the check the agent named, such as one of its tests.
            name = checks.getFirst().name();
        }
        return new Dispute(name, said.strip());
    }

    private static String strip(String said) {
        String bare = QUOTES.matcher(said.strip()).replaceFirst("");
        Matcher kind = KIND.matcher(bare);
        return kind.find() ? QUOTES.matcher(bare.substring(kind.end())).replaceFirst("") : bare;
    }

    /** Length of this word at the start; 0 if the start is another word. */
    private static int named(String start, String word) {
        boolean begins = start.toLowerCase(Locale.ROOT).startsWith(word.toLowerCase(Locale.ROOT));
        return begins && BEHIND.matcher(start.substring(word.length())).matches() ? word.length() : 0;
    }
}
