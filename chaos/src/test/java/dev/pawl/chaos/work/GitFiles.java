package dev.pawl.chaos.work;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A repository, made and read with git itself. */
public record GitFiles(Path directory) {
    /** With one commit of these files. */
    static GitFiles make(Path directory, Map<String, String> files) {
        GitFiles made = new GitFiles(Control.make(directory));
        made.read("init", "-q", "-b", "main");
        files.forEach((name, text) -> write(directory.resolve(name), text));
        made.read("add", "-A");
        made.read("-c", "user.name=Ann", "-c", "user.email=ann@example.org", "commit", "-q", "-m", "begin");
        return made;
    }

    /** What git writes. */
    public String read(String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "-C", directory.toString()));
        command.addAll(List.of(arguments));
        try {
            Process git = new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int exit = git.waitFor();
            if (exit != 0) {
                throw new IllegalStateException("%s exits with %d: %s".formatted(command, exit, said));
            }
            return said.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void write(Path file, String text) {
        Control.make(Objects.requireNonNull(file.getParent()));
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
