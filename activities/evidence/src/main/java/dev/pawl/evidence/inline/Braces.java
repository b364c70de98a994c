package dev.pawl.evidence.inline;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the ends of blocks in languages with braces, ignoring string literals and comments. */
final class Braces {
    private static final Pattern CHARACTER = Pattern.compile("'(?:\\\\.[^']{0,8}|[^\\\\'\\n])'");
    private static final Pattern RAW = Pattern.compile("r(#+)\"");

    private final String text;

    Braces(String text) {
        this.text = text;
    }

    /**
     * @return the index after the bracket that closes the first one from {@code from}; the end of the text if unclosed
     */
    int end(int from) {
        int depth = 0;
        int at = from;
        while (at < text.length()) {
            int next = skip(at);
            if (next > at) {
                at = next;
                continue;
            }
            depth += change(text.charAt(at));
            at++;
            if (depth == 0 && closes(text.charAt(at - 1))) {
                return at;
            }
        }
        return text.length();
    }

    /**
     * The parts of a block, each up to its semicolon or its closing brace.
     *
     * @param from after the opening brace
     * @param to before the closing brace
     * @param lines whether a line's end ends a part too
     */
    List<String> parts(int from, int to, boolean lines) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = from;
        int at = from;
        while (at < to) {
            int next = skip(at);
            if (next > at) {
                at = next;
                continue;
            }
            char c = text.charAt(at);
            depth += change(c);
            at++;
            boolean ends = c == ';' || c == '}' || (lines && c == '\n');
            if (depth == 0 && ends && !(c == '}' && lines && at < to && text.charAt(at) != '\n')) {
                parts.add(text.substring(start, at));
                start = at;
            }
        }
        parts.add(text.substring(start, Math.max(start, to)));
        return parts;
    }

    /** @return the index after the literal or comment that begins at {@code at}; {@code at} if none does */
    private int skip(int at) {
        char c = text.charAt(at);
        if (text.startsWith("//", at)) {
            return lineEnd(at);
        }
        if (text.startsWith("/*", at)) {
            return behind("*/", at + 2);
        }
        if (c == '\\' && text.startsWith("\\\\", at)) {
            return lineEnd(at);
        }
        if (c == 'r') {
            Matcher raw = RAW.matcher(text).region(at, text.length());
            return raw.lookingAt() ? behind("\"" + raw.group(1), raw.end()) : at;
        }
        if (c == '\'') {
            Matcher character = CHARACTER.matcher(text).region(at, text.length());
            return character.lookingAt() ? character.end() : at;
        }
        return c == '"' || c == '`' ? quoted(c, at + 1) : at;
    }

    private int quoted(char quote, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != quote) {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(text.length(), at + 1);
    }

    private int lineEnd(int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    private int behind(String mark, int from) {
        int end = text.indexOf(mark, from);
        return end < 0 ? text.length() : end + mark.length();
    }

    private static int change(char c) {
        return switch (c) {
            case '{', '(', '[' -> 1;
            case '}', ')', ']' -> -1;
            default -> 0;
        };
    }

    private static boolean closes(char c) {
        return c == '}' || c == ')' || c == ']';
    }
}
