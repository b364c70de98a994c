package dev.pawl.workspace.scan;

import dev.pawl.host.file.UntrustedTree;
import dev.pawl.workspace.git.RawPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;

/**
 * Lists the content of a workspace from the directory itself, never through git: an agent can write repositories,
 * attributes, links and pipes into it, and none of them is followed or obeyed here.
 */
public final class TreeScan {
    private final Path root;
    private final UntrustedTree tree;
    private final IgnoreRules rules;
    private final NavigableSet<String> kept;
    private final ScanLimits limits;
    private final List<ScannedFile> files = new ArrayList<>();
    private final List<Omission> omissions = new ArrayList<>();
    private long bytes;

    /** @param kept raw paths that count although a rule ignores them: those of the base */
    private TreeScan(Path root, UntrustedTree tree, IgnoreRules rules, NavigableSet<String> kept, ScanLimits limits) {
        this.root = root;
        this.tree = tree;
        this.rules = rules;
        this.kept = kept;
        this.limits = limits;
    }

    public static ScannedTree scan(Path root, IgnoreRules rules, NavigableSet<String> kept, ScanLimits limits) {
        try (UntrustedTree tree = UntrustedTree.open(root)) {
            TreeScan scan = new TreeScan(root, tree, rules, kept, limits);
            scan.directory("", false);
            return new ScannedTree(List.copyOf(scan.files), List.copyOf(scan.omissions));
        } catch (IOException e) {
            Omission all = new Omission("", "cannot be listed: " + e.getMessage(), "", true);
            return new ScannedTree(List.of(), List.of(all));
        }
    }

    private void directory(String path, boolean ignored) {
        for (Path entry : entries(path)) {
            String name = RawPath.name(entry);
            String child = RawPath.child(path, name);
            if (name.equalsIgnoreCase(".git")) {
                repository(child, name);
                continue;
            }
            try {
                entry(child, tree.attributes(RawPath.path(child)), ignored);
            } catch (IOException e) {
                omit(child, "cannot be read: " + e.getMessage(), "", true);
            }
        }
    }

    private void entry(String path, PosixFileAttributes attributes, boolean ignored) throws IOException {
        if (attributes.isDirectory()) {
            boolean out = ignored || rules.names(path, true) || built(path);
            if (!out || keptBelow(path)) {
                directory(path, out);
            }
        } else if (kept.contains(path) || !(ignored || rules.names(path, false))) {
            if (attributes.isOther()) {
                omit(path, "is neither a file, a directory nor a link", "", false);
            } else {
                file(path, attributes);
            }
        }
    }

    private boolean built(String path) throws IOException {
        for (String source : BuildOutput.sources(path)) {
            if (tree.has(RawPath.path(source))) {
                return !rules.wants(path);
            }
        }
        return false;
    }

    private void file(String path, PosixFileAttributes attributes) {
        String stamp = "%d %d"
                .formatted(attributes.size(), attributes.lastModifiedTime().toMillis());
        if (files.size() >= limits.files()) {
            omit("", "more than %d files, the rest is left out".formatted(limits.files()), "", true);
        } else if (attributes.isSymbolicLink()) {
            files.add(new ScannedFile(path, ScannedFile.LINK, 0));
        } else if (attributes.size() > limits.fileBytes() || bytes + attributes.size() > limits.totalBytes()) {
            omit(path, "too large for a snapshot (%d bytes)".formatted(attributes.size()), stamp, true);
        } else if (!Files.isReadable(RawPath.resolve(root, path))) {
            omit(path, "cannot be read", stamp, true);
        } else {
            bytes += attributes.size();
            boolean executable = attributes.permissions().contains(PosixFilePermission.OWNER_EXECUTE);
            files.add(new ScannedFile(path, executable ? ScannedFile.EXECUTABLE : ScannedFile.FILE, attributes.size()));
        }
    }

    /** A snapshot cannot contain such a name; git itself creates only the usual spelling. */
    private void repository(String path, String name) {
        if (!name.equals(".git")) {
            omit(path, "no repository can hold a file of this name", "", true);
        }
    }

    private List<Path> entries(String path) {
        List<Path> entries = new ArrayList<>();
        try {
            entries.addAll(tree.names(RawPath.path(path)));
        } catch (IOException e) {
            omit(path, "cannot be listed: " + e.getMessage(), "", true);
        }
        entries.sort(Comparator.naturalOrder());
        return entries;
    }

    private boolean keptBelow(String directory) {
        String first = kept.ceiling(directory + "/");
        return first != null && first.startsWith(directory + "/");
    }

    private void omit(String path, String reason, String stamp, boolean blocking) {
        Omission last = omissions.isEmpty() ? null : omissions.getLast();
        Omission omission = new Omission(path, reason, stamp, blocking);
        if (!omission.equals(last)) {
            omissions.add(omission);
        }
    }
}
