package dev.pawl.host.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The values of settings that must not be shown. A value of a secret name counts, and any other unless it is plainly none: a
 * word, a number, a place. Values of fewer than 8 characters would occur everywhere and never count.
 */
public final class SecretValues {
    private static final Pattern CREDENTIALS = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*://[^/\\s:@]*:([^/\\s@]+)@.*");
    private static final Pattern PLAIN = Pattern.compile(
            // Words and short names of several words, numbers, versions and times, addresses, paths.
            "[A-Za-z]+|[A-Za-z][A-Za-z./_ -]{0,14}|[0-9.:_/+-]+|v?[0-9]+([.][0-9]+)+|[a-z][a-z0-9+.-]*://[^/@?#]+/?"
                    + "|[a-z][a-z0-9+.-]*://(localhost|127[.]0[.]0[.]1)(:[0-9]+)?(/[^@?#]*)?|[A-Za-z.-]+:[0-9]{1,5}"
                    + "|(~|[.]{1,2})?(/[A-Za-z0-9._-]{0,24})+");

    private static final Pattern ASSIGNMENT =
            Pattern.compile("(?m)^[ \\t]*(?:export[ \\t]+)?([A-Za-z_][A-Za-z0-9_.-]*)[ \\t]*[=:][ \\t]*");
    private static final Pattern QUOTED = Pattern.compile("(?:\"([^\"\\n]{0,4096})\"|'([^'\\n]{0,4096})')(\\s*:)?");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z._/-]*");
    private static final Pattern WORD = Pattern.compile("[^\\s\"'=:,;()\\[\\]{}<>]{8,4096}");

    private SecretValues() {}

    /** Of one variable. */
    public static List<Secret> of(String name, String value) {
        List<Secret> found = new ArrayList<>();
        if (counts(name, value)) {
            add(found, value);
            add(found, value.replace("\\", "\\\\").replace("\"", "\\\""));
        }
        Matcher credentials = CREDENTIALS.matcher(value);
        if (credentials.matches()) {
            add(found, credentials.group(1));
        }
        return found;
    }

    /** Of lines such as {@code NAME=value}; a value in quotes may have several lines. */
    public static List<Secret> ofAssignments(String text) {
        List<Secret> found = new ArrayList<>();
        Matcher name = ASSIGNMENT.matcher(text);
        int from = 0;
        while (name.find(from)) {
            String value = value(text, name.end());
            from = name.end() + value.length();
            String bare = unquoted(value);
            found.addAll(of(name.group(1), bare));
            found.addAll(of(name.group(1), bare.replace("\\\"", "\"")));
            if (bare.contains("\n")) {
                bare.lines().map(String::strip).forEach(line -> found.addAll(of(name.group(1), line)));
            }
            if (bare.contains("\\n")) {
                List.of(bare.split("\\\\n")).forEach(line -> found.addAll(of(name.group(1), line)));
            }
        }
        return found;
    }

    /**
     * Of any other text, without what are names there.
     *
     * @param code whether only what stands in quotes can be a value
     */
    public static List<Secret> ofText(String text, boolean code) {
        List<Secret> found = new ArrayList<>();
        QUOTED.matcher(text)
                .results()
                .filter(match -> match.group(3) == null)
                .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
                .forEach(value -> found.addAll(of("", value)));
        if (!code) {
            WORD.matcher(text)
                    .results()
                    .map(MatchResult::group)
                    .filter(word -> !NAME.matcher(word).matches())
                    .forEach(word -> found.addAll(of("", word)));
        }
        return found;
    }

    private static boolean counts(String name, String value) {
        return Redaction.secret(name) || !PLAIN.matcher(value).matches();
    }

    private static void add(List<Secret> found, String value) {
        String stripped = value.strip();
        if (stripped.length() >= Redaction.SHORTEST_VALUE) {
            found.add(Secret.of(stripped));
        }
    }

    /** With its quotes, if it has any; else up to a comment or the end of the line. */
    private static String value(String text, int from) {
        if (from < text.length() && "\"'`".indexOf(text.charAt(from)) >= 0) {
            char quote = text.charAt(from);
            for (int i = from + 1; i < text.length(); i++) {
                if (text.charAt(i) == quote && (quote == '\'' || text.charAt(i - 1) != '\\')) {
                    return text.substring(from, i + 1);
                }
            }
        }
        int end = text.indexOf('\n', from);
        String line = text.substring(from, end < 0 ? text.length() : end);
        int comment = line.indexOf(" #");
        return comment < 0 ? line : line.substring(0, comment);
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1
                && "\"'`".indexOf(value.charAt(0)) >= 0
                && value.charAt(value.length() - 1) == value.charAt(0);
        return quoted ? value.substring(1, value.length() - 1) : value.strip();
    }
}
