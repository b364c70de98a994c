package dev.pawl.cli.local;

import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.invocation.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** Opens a link in the user's browser by way of a private page: others can read the arguments of a process. */
public final class BrowserPage {
    private final Path file;
    private final Programs programs;

    public BrowserPage(Home home, Context context) {
        this.file = home.directory().resolve("open-ui.html");
        this.programs = Programs.onPath(context);
    }

    /** @return false if there is no program for it */
    public boolean open(String link) throws IOException {
        Optional<Path> opener = programs.find("xdg-open").or(() -> programs.find("open"));
        if (opener.isEmpty()) {
            return false;
        }
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                file,
                "<!doctype html><meta http-equiv=\"refresh\" content=\"0; url=%s\"><title>Pawl</title>\n"
                        .formatted(link));
        new ProcessBuilder(opener.get().toString(), file.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return true;
    }
}
