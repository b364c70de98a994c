package dev.pawl.workspace.git;

import java.io.IOException;
import java.io.OutputStream;

/** Writes the input of a git command; an {@link IOException} means that git stopped reading. */
public interface GitInput {
    GitInput NONE = out -> {};

    void writeTo(OutputStream out) throws IOException;
}
