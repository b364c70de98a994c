package dev.pawl.workspace.git;

import java.io.IOException;
import java.io.InputStream;

/** Reads the output of a git command. */
public interface GitOutput<T> {
    T read(InputStream in) throws IOException;
}
