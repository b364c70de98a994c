package dev.pawl.cli.command;

import dev.pawl.cli.invocation.CommandFailure;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.invocation.ExitCode;
import dev.pawl.cli.text.Nearest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What stands for the task on a command line: a file, or a text if no such file exists and it has several words. */
sealed interface TaskArgument {
    record OfFile(Path file) implements TaskArgument {}

    record OfText(String text) implements TaskArgument {}

    /** @throws CommandFailure if it is one word and no file, or the name of a file that does not exist */
    static TaskArgument of(String argument, Context context) throws IOException {
        Path path;
        try {
            path = context.directory().resolve(argument);
        } catch (InvalidPathException notOnThisSystem) {
            return new OfText(argument);
        }
        boolean words = argument.chars().anyMatch(Character::isWhitespace) || argument.isEmpty();
        if (Files.isDirectory(path) && !words) {
            throw new CommandFailure(ExitCode.USAGE, argument + " is a directory; name a task file in it");
        }
        if (Files.exists(path) && !Files.isDirectory(path)) {
            return new OfFile(Path.of(argument));
        }
        if (words && !misspelt(argument, path)) {
            return new OfText(argument);
        }
        String hint = near(path)
                .map(near -> "did you mean '" + near + "'?")
                .orElse("a task in words has several, in quotes: pawl run \"fix the flaky test\"");
        throw new CommandFailure(ExitCode.USAGE, "no such file: " + argument + "; " + hint);
    }

    /** Whether several words are rather a file name with spaces: in an existing directory, or almost that of a file. */
    private static boolean misspelt(String argument, Path path) throws IOException {
        if (!argument.toLowerCase(Locale.ROOT).endsWith(".md")) {
            return false;
        }
        boolean placed = argument.contains("/") && Files.isDirectory(path.resolveSibling(""));
        return placed || siblings(path).stream().anyMatch(name -> Nearest.distance(name, argument) == 1);
    }

    private static Optional<String> near(Path path) throws IOException {
        Path name = path.getFileName();
        return name == null ? Optional.empty() : Nearest.to(name.toString(), siblings(path));
    }

    private static List<String> siblings(Path path) throws IOException {
        Path directory = path.resolveSibling("");
        if (!Files.isDirectory(directory) || !Files.isReadable(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> directory.relativize(file).toString())
                    .filter(name -> name.toLowerCase(Locale.ROOT).endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }
}
