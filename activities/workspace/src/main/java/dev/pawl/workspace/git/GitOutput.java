package dev.pawl.workspace.git;

import java.io.IOException;
import java.io.InputStream;

/** Reads what a git command writes. */
public interface GitOutput<T> {
    T read(InputStream in) throws IOException;
}
