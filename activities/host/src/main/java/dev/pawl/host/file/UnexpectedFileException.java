package dev.pawl.host.file;

import java.io.IOException;
import java.nio.file.Path;

/** A path that others can write holds something unexpected: a link, a pipe, a file that is too large. */
public final class UnexpectedFileException extends IOException {
    private static final long serialVersionUID = 1L;

    public UnexpectedFileException(Path path, String what) {
        super(path + " " + what);
    }
}
