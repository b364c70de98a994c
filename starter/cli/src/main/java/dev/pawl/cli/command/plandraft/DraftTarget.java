package dev.pawl.cli.command.plandraft;

import dev.pawl.cli.init.StarterFiles;
import dev.pawl.cli.invocation.CommandFailure;
import dev.pawl.cli.invocation.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * The file that the plan is written to.
 *
 * @param name as the user gave it
 * @param file absolute
 * @param replace whether an existing file is replaced
 */
record DraftTarget(Path name, Path file, boolean replace) {
    /** @throws CommandFailure if nothing could be written there */
    void require() {
        if (!Files.isDirectory(file.resolveSibling(""))) {
            throw refused(name + " is in no directory that exists; name another file: --to FILE");
        }
        boolean exists = Files.exists(file, LinkOption.NOFOLLOW_LINKS);
        if (exists && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw refused(name + " is not a regular file; name another: --to FILE");
        }
        if (exists && !replace) {
            throw refused(name + " exists; --force replaces it, --to FILE names another");
        }
    }

    /** @throws CommandFailure if the file appeared meanwhile */
    void write(String text) throws IOException {
        String done = new StarterFiles(file.resolveSibling(""), replace)
                .write(file.getFileName().toString(), text);
        if (done.startsWith(StarterFiles.KEPT)) {
            throw refused(name + " was written by somebody else meanwhile; "
                    + "repeat the command with the same --request-id, and --force or --to FILE");
        }
    }

    private static CommandFailure refused(String message) {
        return new CommandFailure(ExitCode.USAGE, message);
    }
}
