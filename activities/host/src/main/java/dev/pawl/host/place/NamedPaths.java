package dev.pawl.host.place;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The existing paths that a command names, including those in its shell command lines. */
public final class NamedPaths {
    private static final Set<String> MAKERS =
            Set.of("mkdir", "rm", "rmdir", "touch", "mktemp", "truncate", ShellWords.TO_FILE);
    private static final Pattern OUTPUT = Pattern.compile("-o|--?(out|log).*");
    private static final Pattern LINE = Pattern.compile("[\\s;|&()<>`]");
    private static final Pattern PART = Pattern.compile("[=:,@\\[{]");
    private static final Pattern GLOB = Pattern.compile("[*?\\[].*");
    private static final Pattern HOME = Pattern.compile("^(~|\\$HOME|\\$\\{HOME})(?=/|$)");
    private static final String SEARCH_PATH = "PATH=";

    private static final int DEPTH = 3;

    /** How a path is used. */
    public enum Use {
        /** As an argument of a program. */
        ARGUMENT,
        /** In a shell command line. */
        LINE,
        /** As a directory of a search path. */
        SEARCHED
    }

    /** @param text as written: absolute, with a slash, or beginning with {@code ~} */
    public record Name(String text, Use use) {
        /** Empty if unknown, as for {@code ~}. */
        public Optional<Path> path(Path directory) {
            if (inHome().isPresent()) {
                return Optional.empty();
            }
            try {
                return Optional.of(directory.resolve(text));
            } catch (InvalidPathException noPath) {
                return Optional.empty();
            }
        }

        /** The part after {@code ~} or {@code $HOME}, which is the run's own home. */
        public Optional<String> inHome() {
            String rest = HOME.matcher(text).replaceFirst("");
            return rest.equals(text) ? Optional.empty() : Optional.of(rest.replaceFirst("^/+", ""));
        }
    }

    private final Path directory;
    private final Set<Name> names = new LinkedHashSet<>();
    private final Set<Path> made = new LinkedHashSet<>();

    private NamedPaths(Path directory) {
        this.directory = directory;
    }

    /** @param directory base of relative paths */
    public static List<Name> of(List<String> command, Path directory) {
        NamedPaths found = new NamedPaths(directory);
        found.command(command, Use.ARGUMENT, 0);
        return found.names.stream().filter(name -> !found.makes(name)).toList();
    }

    private boolean makes(Name name) {
        return name.path(directory)
                .filter(path -> made.stream().anyMatch(path::startsWith))
                .isPresent();
    }

    private void command(List<String> words, Use use, int depth) {
        boolean makes = MAKERS.contains(words.getFirst());
        String before = "";
        for (String word : words) {
            if (makes || output(before)) {
                new Name(word, use).path(directory).ifPresent(made::add);
            } else {
                word(word, use, depth);
            }
            before = word;
        }
    }

    private static boolean output(String word) {
        return OUTPUT.matcher(word.toLowerCase(Locale.ROOT)).matches();
    }

    private void word(String word, Use use, int depth) {
        if (there(word)) {
            names.add(new Name(word, use));
            return;
        }
        if (!output(word)) {
            parts(word, use == Use.LINE && word.startsWith(SEARCH_PATH) ? Use.SEARCHED : use);
        }
        if (depth < DEPTH && LINE.matcher(word).find()) {
            ShellWords.commands(word).forEach(command -> command(command, Use.LINE, depth + 1));
        }
    }

    /** As in {@code --option=path} and {@code path:path}. */
    private void parts(String word, Use use) {
        PART.splitAsStream(word)
                .map(part -> GLOB.matcher(part).replaceFirst(""))
                .filter(this::there)
                .forEach(name -> names.add(new Name(name, use)));
    }

    /** Whether it is a file or directory, or a path in a home, which may only look like an existing one. */
    private boolean there(String text) {
        Name name = new Name(text, Use.LINE);
        return name.inHome().isPresent()
                ? !LINE.matcher(text).find()
                : text.contains("/")
                        && name.path(directory).filter(Files::exists).isPresent();
    }
}
