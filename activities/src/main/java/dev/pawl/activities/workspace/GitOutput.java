package dev.pawl.activities.workspace;

import java.io.IOException;
import java.io.InputStream;

/** Reads what a git command writes. */
interface GitOutput<T> {
    T read(InputStream in) throws IOException;
}
