package dev.pawl.chaos.stack;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A search path whose git waits in a snapshot on request: the seam is the program, not its caller. */
record HeldGit(Path held, String path) {
    static HeldGit in(Path directory) throws IOException {
        Path held = Files.createDirectories(directory.resolve("held-snapshots"));
        Path programs = Files.createDirectories(directory.resolve("bin"));
        String script = Files.readString(Repository.file("chaos/src/test/resources/scripts/git"))
                .replace("HOLD_DIR", held.toString())
                .replace("REAL_GIT", realGit());
        Path git = programs.resolve("git");
        Files.writeString(git, script);
        Files.setPosixFilePermissions(git, PosixFilePermissions.fromString("rwx------"));
        return new HeldGit(held, programs + File.pathSeparator + System.getenv("PATH"));
    }

    private static String realGit() throws IOException {
        for (String directory : System.getenv("PATH").split(File.pathSeparator, -1)) {
            Path git = Path.of(directory, "git");
            if (!directory.isEmpty() && Files.isExecutable(git)) {
                return git.toString();
            }
        }
        throw new IOException("there is no git on the PATH");
    }
}
