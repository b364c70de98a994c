package dev.pawl.workspace.copy;

import dev.pawl.host.file.UntrustedTree;
import dev.pawl.workspace.WorkspaceUnusableException;
import dev.pawl.workspace.git.RawPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the files that patterns name in a user's directory, and refuses what cannot be copied. Follows no link. */
final class CopySearch {
    static final int FILES = 20_000;
    static final long BYTES = 256L << 20;

    /** Large, and made by tools: looked into only if a pattern mentions them. */
    private static final Set<String> MADE = Set.of("node_modules", ".venv", ".gradle", ".tox", ".nox", "__pycache__");

    private final Path source;
    private final Path own;
    private final Set<String> tracked;
    private final CopyPatterns patterns;
    private final UntrustedTree tree;
    private final List<String> files = new ArrayList<>();
    private final Map<String, Long> sizes = new HashMap<>();
    private long bytes;
    private int left;

    /**
     * @param own Pawl's own directory, which is left out
     * @param tracked raw paths of files that come from the repository
     */
    CopySearch(Path source, Path own, Set<String> tracked, CopyPatterns patterns, UntrustedTree tree) {
        this.source = source;
        this.own = own;
        this.tracked = tracked;
        this.patterns = patterns;
        this.tree = tree;
    }

    /** @return raw paths */
    List<String> files() {
        directory("", false, "");
        return List.copyOf(files);
    }

    /** Number of links and special files in the directories to copy. */
    int left() {
        return left;
    }

    /** @param top the file or directory that a pattern names; empty outside of one */
    private void directory(String path, boolean in, String top) {
        List<Path> names = new ArrayList<>();
        try {
            names.addAll(tree.names(RawPath.path(path)));
        } catch (IOException e) {
            if (in) {
                throw refused(path, "cannot be listed (%s); make it readable".formatted(e.getMessage()));
            }
            return;
        }
        names.sort(Comparator.naturalOrder());
        for (Path entry : names) {
            String name = RawPath.name(entry);
            if (!name.equalsIgnoreCase(".git")) {
                entry(RawPath.child(path, name), name, in, top);
            }
        }
    }

    private void entry(String path, String name, boolean above, String topAbove) {
        PosixFileAttributes attributes;
        try {
            attributes = tree.attributes(RawPath.path(path));
        } catch (IOException gone) {
            return;
        }
        boolean in = patterns.matches(path, attributes.isDirectory(), above);
        String top = in && topAbove.isEmpty() ? path : in ? topAbove : "";
        if (attributes.isDirectory()) {
            boolean look = in || !MADE.contains(name) || patterns.mentions(name);
            if (look && !RawPath.resolve(source, path).equals(own)) {
                directory(path, in, top);
            }
        } else if (in && !tracked.contains(path)) {
            file(path, attributes, above, top);
        }
    }

    private void file(String path, PosixFileAttributes attributes, boolean above, String top) {
        if (!attributes.isRegularFile()) {
            if (!above) {
                String kind = attributes.isSymbolicLink() ? "is a link" : "is no regular file";
                throw refused(path, kind + ", and only regular files are copied; put a copy of it there");
            }
            left++;
            return;
        }
        if (!Files.isReadable(RawPath.resolve(source, path))) {
            throw refused(path, "cannot be read; make it readable");
        }
        files.add(path);
        bytes += attributes.size();
        sizes.merge(top, attributes.size(), Long::sum);
        if (files.size() > FILES || bytes > BYTES) {
            throw tooMuch();
        }
    }

    private WorkspaceUnusableException tooMuch() {
        String largest = sizes.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
        return new WorkspaceUnusableException(
                "copy: more than %d files or %d MiB in %s, most of it in '%s'; copy small files such as .env, and let a 'setup' command make the rest"
                        .formatted(FILES, BYTES >> 20, source, RawPath.display(largest)));
    }

    private WorkspaceUnusableException refused(String path, String reason) {
        String shown = RawPath.display(path);
        return new WorkspaceUnusableException(
                "copy: '%s' in %s %s, or leave it out with the pattern '!%s'".formatted(shown, source, reason, shown));
    }
}
