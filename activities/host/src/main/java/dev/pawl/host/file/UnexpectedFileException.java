package dev.pawl.host.file;

import java.io.IOException;
import java.nio.file.Path;

/** What is at a path that others can write is not what was expected there: a link, a pipe, too large. */
public final class UnexpectedFileException extends IOException {
    private static final long serialVersionUID = 1L;

    public UnexpectedFileException(Path path, String what) {
        super(path + " " + what);
    }
}
