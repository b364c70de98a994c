package dev.pawl.workspace.surroundings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Actions that an agent reported, searched for changes outside of its workspace. A command that only reads a path does
 * not count. Suited to agents in good faith: it can prove that the agent did something, never that it did not.
 *
 * @param edited files that it changed with its own tools
 * @param commands shell command lines
 */
public record AgentTraces(List<String> edited, List<String> commands) {
    public static final AgentTraces NONE = new AgentTraces(List.of(), List.of());

    private static final Pattern SEPARATORS = Pattern.compile("&&|\\|\\||[;|&\\n()]");
    private static final String WORD = "(?:\"[^\"]*\"|'[^']*'|\\S+)";

    /** A program, and for git the subcommand. */
    private static final Pattern PROGRAM =
            Pattern.compile("(?:\\w+=" + WORD + "\\s+|sudo\\s+|env\\s+)*(?:\\S*/)?([\\w.-]+)" + "(?:\\s+(?:-[Cc]\\s+"
                    + WORD + "|--\\S+))*(?:\\s+(\\S+))?");

    private static final Set<String> READERS = Set.of(
            "cat", "cd", "diff", "du", "echo", "file", "find", "grep", "head", "less", "ls", "printf", "pwd", "rg",
            "stat", "tail", "test", "tree", "wc");
    private static final Set<String> READING_GIT = Set.of(
            "blame",
            "cat-file",
            "describe",
            "diff",
            "grep",
            "log",
            "ls-files",
            "ls-tree",
            "rev-parse",
            "show",
            "status");

    public AgentTraces {
        edited = List.copyOf(edited);
        commands = List.copyOf(commands);
    }

    /** @param path absolute */
    boolean changed(Path path) {
        return edited.stream().anyMatch(text -> names(text, path.toString()))
                || commands.stream().anyMatch(command -> changes(command, path));
    }

    private static boolean changes(String command, Path path) {
        // A command that changes to it, or to a directory above it, contains its name too.
        if (path.getFileName() != null && !command.contains(path.getFileName().toString())) {
            return false;
        }
        @Nullable Path inside = null;
        for (String part : SEPARATORS.splitAsStream(command).toList()) {
            String text = part.strip();
            Matcher program = PROGRAM.matcher(text);
            String name = program.lookingAt() ? program.group(1) : "";
            boolean named = names(text, path.toString()) || (inside != null && namesBelow(text, inside, path));
            if (named && writes(text, name, program, path)) {
                return true;
            }
            if (name.equals("cd")) {
                inside = directory(text);
            }
        }
        return false;
    }

    private static boolean writes(String text, String name, Matcher program, Path path) {
        if (Pattern.compile(">\\s*['\"]?\\S*" + Pattern.quote(String.valueOf(path.getFileName())))
                .matcher(text)
                .find()) {
            return true;
        }
        if (name.equals("git")) {
            return !READING_GIT.contains(String.valueOf(program.group(2)));
        }
        return !READERS.contains(name) && (!name.equals("sed") || text.contains(" -i"));
    }

    private static boolean namesBelow(String text, Path inside, Path path) {
        if (path.equals(inside)) {
            return text.startsWith("git ");
        }
        return path.startsWith(inside) && names(text, inside.relativize(path).toString());
    }

    private static @Nullable Path directory(String cd) {
        String named = cd.substring(2).strip().replaceAll("^['\"]|['\"]$", "");
        try {
            return named.startsWith("/") ? Path.of(named).normalize() : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private static boolean names(String text, String path) {
        if (!text.contains(path)) {
            return false;
        }
        return Pattern.compile("(?<![\\w./-])" + Pattern.quote(path) + "(?![\\w/-]|\\.\\w)")
                .matcher(text)
                .find();
    }
}
