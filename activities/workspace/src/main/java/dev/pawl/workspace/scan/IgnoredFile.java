package dev.pawl.workspace.scan;

/**
 * A file that snapshots leave out.
 *
 * @param path as in snapshots
 * @param rule file and line that leave it out
 */
public record IgnoredFile(String path, String rule) {
    long depth() {
        return path.chars().filter(c -> c == '/').count();
    }
}
