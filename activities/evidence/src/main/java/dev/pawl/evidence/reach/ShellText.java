package dev.pawl.evidence.reach;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The simple commands of a shell text, as words without quotes. Covers the common cases and runs nothing: control flow
 * is ignored, so every branch counts, and a word whose value only a shell knows keeps its dollar sign.
 */
final class ShellText {
    /** Longer texts are truncated. */
    static final int MAX_LENGTH = 256 * 1024;

    private static final int MAX_COMMANDS = 2_000;

    private static final Pattern ASSIGNMENT = Pattern.compile("([A-Za-z_]\\w*)=(.*)", Pattern.DOTALL);
    private static final Pattern VARIABLE =
            Pattern.compile("\\$(?:([A-Za-z_]\\w*)|\\{([A-Za-z_]\\w*)(?::?-([^}]*))?})");
    private static final Pattern SCRIPT_DIRECTORY = Pattern.compile(
            "\\$\\(\\s*dirname\\s+(?:--\\s+)?[\"']?\\$(?:0|\\{?BASH_SOURCE(?:\\[0])?}?)[\"']?\\s*\\)|\\$\\{0%/\\*}");
    private static final Pattern CHANGED_TO =
            Pattern.compile("\\$\\(\\s*cd\\s+(?:-P\\s+|--\\s+)*[\"']?([^\"'()&;|]+)[\"']?\\s*(?:&&|;)\\s*pwd[^()]*\\)");
    private static final Pattern HEREDOC = Pattern.compile("<<-?\\s*[\"']?(\\w+)[\"']?");

    private final String text;
    private final List<List<String>> commands = new ArrayList<>();
    private List<String> command = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private int at;

    private ShellText(String text) {
        this.text = text;
    }

    /** @param directory of the script that contains the text, in the form that {@link Place} reads */
    static List<List<String>> commands(String text, String directory) {
        String bounded = text.substring(0, Math.min(text.length(), MAX_LENGTH));
        String placed = SCRIPT_DIRECTORY.matcher(bounded).replaceAll(Matcher.quoteReplacement(directory));
        placed = CHANGED_TO.matcher(placed).replaceAll("$1");
        return withVariables(new ShellText(withoutDocuments(placed)).read());
    }

    private static String withoutDocuments(String text) {
        if (!text.contains("<<")) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        String end = null;
        for (String line : text.lines().toList()) {
            if (end != null) {
                end = line.strip().equals(end) ? null : end;
                continue;
            }
            Matcher document = HEREDOC.matcher(line);
            if (document.find() && !line.contains("<<<")) {
                end = document.group(1);
            }
            kept.append(line).append('\n');
        }
        return kept.toString();
    }

    private List<List<String>> read() {
        while (at < text.length() && commands.size() < MAX_COMMANDS) {
            char c = text.charAt(at);
            switch (c) {
                case '\\' -> escaped();
                case '\'' -> quoted();
                case '"' -> doubleQuoted();
                case '#' -> {
                    if (inWord) {
                        add(c);
                    } else {
                        comment();
                    }
                }
                case ' ', '\t', '\r' -> {
                    endWord();
                    at++;
                }
                case '\n', ';', '|', '&', '(', ')', '`' -> operator(c);
                case '<', '>' -> redirection(c);
                case '$' -> dollar();
                default -> add(c);
            }
        }
        endCommand();
        return commands;
    }

    private void add(char c) {
        word.append(c);
        inWord = true;
        at++;
    }

    private void escaped() {
        if (at + 1 < text.length() && text.charAt(at + 1) == '\n') {
            endWord();
        } else if (at + 1 < text.length()) {
            word.append(text.charAt(at + 1));
            inWord = true;
        }
        at += 2;
    }

    private void quoted() {
        int end = text.indexOf('\'', at + 1);
        word.append(text, at + 1, end < 0 ? text.length() : end);
        inWord = true;
        at = end < 0 ? text.length() : end + 1;
    }

    private void doubleQuoted() {
        inWord = true;
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            word.append(text.charAt(at++));
        }
        at++;
    }

    private void comment() {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
    }

    private void operator(char c) {
        // The ampersand of a redirection, as in 2>&1, was read with it.
        endCommand();
        if (c == '(' || c == ')') {
            word.setLength(0);
        }
        at++;
    }

    /** An input file is read by the command, so it counts as a word; an output file does not. */
    private void redirection(char c) {
        if (word.toString().matches("\\d*")) {
            word.setLength(0);
            inWord = false;
        }
        endWord();
        while (at < text.length() && "<>&|-".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        if (c == '>') {
            while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
                at++;
            }
            while (at < text.length() && " \t\n;|&()".indexOf(text.charAt(at)) < 0) {
                at++;
            }
        }
    }

    /** A substitution is a command of its own, with unknown output. */
    private void dollar() {
        if (at + 1 < text.length() && text.charAt(at + 1) == '(') {
            word.append('$');
            inWord = true;
            endCommand();
            at += 2;
        } else {
            add('$');
        }
    }

    private void endWord() {
        if (inWord) {
            command.add(word.toString());
        }
        word.setLength(0);
        inWord = false;
    }

    private void endCommand() {
        endWord();
        if (!command.isEmpty()) {
            commands.add(command);
            command = new ArrayList<>();
        }
    }

    /** Replaces variables to which the text itself assigns a plain value. */
    private static List<List<String>> withVariables(List<List<String>> commands) {
        Map<String, String> known = new HashMap<>();
        List<List<String>> replaced = new ArrayList<>();
        for (List<String> command : commands) {
            List<String> words =
                    command.stream().map(word -> replaced(word, known)).toList();
            for (String word : words) {
                Matcher assignment = ASSIGNMENT.matcher(word);
                if (!assignment.matches()) {
                    break;
                }
                known.put(assignment.group(1), assignment.group(2));
            }
            replaced.add(words);
        }
        return replaced;
    }

    private static String replaced(String word, Map<String, String> known) {
        return VARIABLE.matcher(word).replaceAll(found -> {
            String name = found.group(1) == null ? found.group(2) : found.group(1);
            String value = known.getOrDefault(name, found.group(3));
            return Matcher.quoteReplacement(value == null ? found.group() : value);
        });
    }
}
