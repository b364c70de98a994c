package dev.pawl.workspace.git;

import java.io.IOException;
import java.io.OutputStream;

/** Writes what a git command reads; an {@link IOException} means that git stopped reading. */
public interface GitInput {
    GitInput NONE = out -> {};

    void writeTo(OutputStream out) throws IOException;
}
