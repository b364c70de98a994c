package dev.pawl.cli.init;

import dev.pawl.cli.file.AtomicFile;
import dev.pawl.cli.invocation.CommandFailure;
import dev.pawl.cli.invocation.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** Writes new files of a repository, never through a link. */
public final class StarterFiles {
    /** How the answer for a file that was not written begins. */
    public static final String KEPT = "kept ";

    private final Path root;
    private final boolean replace;

    /** @param replace whether existing files are replaced */
    public StarterFiles(Path root, boolean replace) {
        this.root = root;
        this.replace = replace;
    }

    /** Returns what was done, for people. */
    public String write(String name, String text) throws IOException {
        Path file = root.resolve(name);
        for (Path part = file; !part.equals(root); part = part.resolveSibling("")) {
            if (Files.isSymbolicLink(part)) {
                throw new CommandFailure(
                        ExitCode.CONFIGURATION,
                        part + " is a symbolic link; replace it by a file or directory of its own");
            }
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        boolean there = Files.exists(file, LinkOption.NOFOLLOW_LINKS);
        if (there && Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), bytes)) {
            return "unchanged " + name;
        }
        if (there && !replace) {
            return KEPT + name + " (--force replaces it)";
        }
        if (there) {
            AtomicFile.replace(file, bytes);
            return "replaced " + name;
        }
        Files.createDirectories(file.resolveSibling(""));
        try {
            Files.write(file, bytes, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException meanwhile) {
            return KEPT + name + " (--force replaces it)";
        }
        return "wrote " + name;
    }
}
