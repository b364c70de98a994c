package dev.pawl.host.place;

import java.util.ArrayList;
import java.util.List;

/**
 * The simple commands of a shell command line, each as its words: without quotes, and with expansions unexpanded.
 * Redirection to a file is represented by a separate command {@value #TO_FILE}.
 */
final class ShellWords {
    static final String TO_FILE = "tee";

    private static final String SEPARATORS = ";|&()`\n";

    private final String line;
    private final List<List<String>> commands = new ArrayList<>();
    private List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean started;
    private boolean redirected;
    private int at;

    private ShellWords(String line) {
        this.line = line;
    }

    static List<List<String>> commands(String line) {
        return new ShellWords(line).read();
    }

    private List<List<String>> read() {
        while (at < line.length()) {
            char next = line.charAt(at++);
            if (next == '\'' || next == '"') {
                quoted(next);
            } else if (next == '\\') {
                escaped();
            } else if (SEPARATORS.indexOf(next) >= 0) {
                endCommand();
            } else if (next == '>' || next == '<' || Character.isWhitespace(next)) {
                endWord();
                redirected |= next == '>';
            } else {
                add(next);
            }
        }
        endCommand();
        return commands;
    }

    private void quoted(char quote) {
        started = true;
        while (at < line.length() && line.charAt(at) != quote) {
            if (quote == '"' && line.charAt(at) == '\\') {
                at++;
                escaped();
            } else {
                word.append(line.charAt(at++));
            }
        }
        at++;
    }

    private void escaped() {
        if (at < line.length() && line.charAt(at) != '\n') {
            add(line.charAt(at));
        }
        at++;
    }

    private void add(char character) {
        started = true;
        word.append(character);
    }

    private void endWord() {
        if (started && redirected) {
            commands.add(List.of(TO_FILE, word.toString()));
        } else if (started) {
            words.add(word.toString());
        }
        redirected &= !started;
        started = false;
        word.setLength(0);
    }

    private void endCommand() {
        // As in 2>&1: a number follows.
        boolean duplicated = redirected && !started;
        endWord();
        if (!duplicated) {
            redirected = false;
        }
        if (!words.isEmpty()) {
            commands.add(words);
            words = new ArrayList<>();
        }
    }
}
