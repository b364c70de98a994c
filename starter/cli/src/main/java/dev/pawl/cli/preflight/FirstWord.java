package dev.pawl.cli.preflight;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program at the beginning of a shell command line, if it is obvious. */
final class FirstWord {
    private static final Pattern ASSIGNMENT = Pattern.compile("^[A-Za-z_][A-Za-z0-9_]*=[^\\s\"'$`(]*\\s+");
    private static final Pattern WORD = Pattern.compile("^[A-Za-z0-9_][A-Za-z0-9_.+-]*(?=\\s|;|$)");
    private static final Set<String> SHELL = Set.of(
            "alias",
            "bg",
            "break",
            "case",
            "cd",
            "command",
            "continue",
            "do",
            "done",
            "echo",
            "elif",
            "else",
            "esac",
            "eval",
            "exec",
            "exit",
            "export",
            "false",
            "fc",
            "fg",
            "fi",
            "for",
            "function",
            "getopts",
            "hash",
            "if",
            "in",
            "jobs",
            "kill",
            "local",
            "printf",
            "pwd",
            "read",
            "readonly",
            "return",
            "select",
            "set",
            "shift",
            "source",
            "test",
            "then",
            "time",
            "times",
            "trap",
            "true",
            "type",
            "ulimit",
            "umask",
            "unalias",
            "unset",
            "until",
            "wait",
            "while");

    private FirstWord() {}

    /** Empty for shell keywords, paths (they may not exist yet), and anything with quotes or expansions. */
    static Optional<String> of(String commandLine) {
        String rest = commandLine.strip();
        Matcher assignment = ASSIGNMENT.matcher(rest);
        while (assignment.find()) {
            rest = rest.substring(assignment.end());
            assignment = ASSIGNMENT.matcher(rest);
        }
        Matcher word = WORD.matcher(rest);
        return word.find() && !SHELL.contains(word.group()) ? Optional.of(word.group()) : Optional.empty();
    }
}
