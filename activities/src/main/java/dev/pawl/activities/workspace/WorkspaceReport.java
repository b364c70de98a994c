package dev.pawl.activities.workspace;

import java.nio.file.Path;

/**
 * Tells a person how to get at a result by hand, with git alone.
 *
 * @param shadow the repository with the snapshots
 * @param base first snapshot
 * @param snapshot the result
 */
public record WorkspaceReport(Path shadow, String base, String snapshot) {

    /** Commands to look at the changes, to take the files out, and to keep them as a repository; for a POSIX shell. */
    public String text() {
        String git = "git --git-dir=" + quoted(shadow.toString());
        return """
                Snapshot %3$s
                  see what changed:   %1$s diff %2$s %3$s
                  take the files out: mkdir DIRECTORY && %1$s archive %3$s | tar -x -C DIRECTORY
                  every snapshot:     %1$s for-each-ref refs/pawl
                """.formatted(git, base, snapshot);
    }

    private static String quoted(String text) {
        return text.matches("[A-Za-z0-9_./-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
