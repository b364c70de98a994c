package dev.pawl.evidence.inline;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Examples in documentation that a tool runs and compares: interactive sessions, and fenced code of Rust. */
final class Examples {
    private static final Pattern SESSION =
            Pattern.compile("^\\s*(?:--\\s+|\\|\\s*)?(>>>|iex(?:\\(\\d+\\))?>)\\s?(.*)$");
    private static final Pattern MORE = Pattern.compile("^\\s*(?:--\\s+)?(?:\\.\\.\\.(?:\\(\\d+\\))?>?)(?:\\s(.*))?$");
    private static final Pattern DOC = Pattern.compile("^\\s*(?:///|//!)\\s?(.*)$");
    private static final Pattern FENCE = Pattern.compile("^\\s*```(.*)$");
    private static final Pattern RUST =
            Pattern.compile("(?:rust|should_panic|no_run|ignore\\S*|compile_fail\\S*|edition\\d+|[,\\s])*");
    private static final Pattern QUOTES = Pattern.compile("\"\"\"|'''");

    private Examples() {}

    static boolean sessions(String path) {
        return path.matches(".*\\.(?:py|pyi|ex|exs|hs)");
    }

    static Set<String> of(String path, String text) {
        if (path.endsWith(".rs")) {
            return fenced(text.lines().toList());
        }
        return sessions(path) ? sessions(text.lines().toList()) : Set.of();
    }

    /** Each with its expected output. */
    private static Set<String> sessions(List<String> lines) {
        Set<String> examples = new LinkedHashSet<>();
        int at = 0;
        while (at < lines.size()) {
            Matcher first = SESSION.matcher(lines.get(at++));
            if (!first.matches()) {
                continue;
            }
            StringBuilder example =
                    new StringBuilder(">>> ").append(first.group(2).strip());
            boolean source = true;
            while (at < lines.size() && goesOn(lines.get(at))) {
                Matcher more = MORE.matcher(lines.get(at));
                source &= more.matches();
                String line = source ? String.valueOf(more.group(1)) : lines.get(at);
                example.append('\n').append(line.strip());
                at++;
            }
            examples.add(example.toString());
        }
        return examples;
    }

    private static boolean goesOn(String line) {
        return !line.isBlank()
                && !SESSION.matcher(line).matches()
                && !QUOTES.matcher(line).find();
    }

    private static Set<String> fenced(List<String> lines) {
        Set<String> examples = new LinkedHashSet<>();
        StringBuilder example = null;
        boolean within = false;
        for (String line : lines) {
            Matcher doc = DOC.matcher(line);
            Matcher fence = FENCE.matcher(doc.matches() ? doc.group(1) : "");
            if (!doc.matches()) {
                within = false;
                example = null;
            } else if (fence.matches() && !within) {
                within = true;
                String kind = fence.group(1).strip();
                example = RUST.matcher(kind).matches() ? new StringBuilder(kind) : null;
            } else if (fence.matches()) {
                within = false;
                if (example != null) {
                    examples.add(example.toString());
                }
                example = null;
            } else if (example != null && !doc.group(1).isBlank()) {
                example.append('\n').append(doc.group(1).strip());
            }
        }
        return examples;
    }
}
