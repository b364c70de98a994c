package dev.pawl.workspace.scan;

import dev.pawl.host.file.UntrustedTree;
import dev.pawl.workspace.git.RawPath;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Finds the files that lines of the base's ignore files leave out; not caches, build output and files of setup. */
public final class IgnoredFiles {
    private static final int VISITED = 20_000;

    private final UntrustedTree tree;
    private final IgnoreRules rules;
    private final IgnoreOrigin origin;
    private final Set<String> artefacts;
    private final NavigableSet<String> kept;
    private final Predicate<String> wanted;
    private final Instant since;
    private final List<IgnoredFile> found = new ArrayList<>();
    private int visited;

    private IgnoredFiles(
            UntrustedTree tree,
            BaseRules rules,
            Set<String> artefacts,
            NavigableSet<String> kept,
            Predicate<String> wanted,
            Instant since) {
        this.tree = tree;
        this.rules = new IgnoreRules(rules, artefacts);
        this.origin = new IgnoreOrigin(rules);
        this.artefacts = artefacts;
        this.kept = kept;
        this.wanted = wanted;
        this.since = since;
    }

    /**
     * @param artefacts raw paths of what setup and checks left
     * @param kept raw paths that are part of snapshots although a line names them
     * @param wanted by raw path
     * @param since when they were last written, by their own account
     * @return those near the root first
     */
    public static List<IgnoredFile> find(
            Path root,
            BaseRules rules,
            Set<String> artefacts,
            NavigableSet<String> kept,
            Predicate<String> wanted,
            Instant since) {
        try (UntrustedTree tree = UntrustedTree.open(root)) {
            IgnoredFiles files = new IgnoredFiles(tree, rules, artefacts, kept, wanted, since);
            files.directory("", false);
            files.found.sort(Comparator.comparingLong(IgnoredFile::depth).thenComparing(IgnoredFile::path));
            return files.found;
        } catch (IOException unreadable) {
            return List.of(); // the scan for a snapshot reports it
        }
    }

    /** File and line that leave a raw path out; empty if no line does. */
    public static Optional<String> rule(BaseRules rules, String path) {
        return new IgnoreOrigin(rules).of(path);
    }

    private void directory(String path, boolean ignored) throws IOException {
        for (Path entry : tree.names(RawPath.path(path))) {
            String name = RawPath.name(entry);
            if (visited++ > VISITED) {
                return;
            }
            if (!name.equalsIgnoreCase(".git")) {
                String child = RawPath.child(path, name);
                entry(child, tree.attributes(RawPath.path(child)), ignored);
            }
        }
    }

    private void entry(String path, PosixFileAttributes attributes, boolean ignored) throws IOException {
        if (artefacts.contains(path)) {
            return;
        }
        boolean out = ignored || rules.names(path, attributes.isDirectory());
        if (attributes.isDirectory()) {
            boolean leftByTools = out && !ignored && origin.of(path + "/x").isEmpty();
            if (!leftByTools && !built(path)) {
                directory(path, out);
            }
        } else if (out
                && attributes.isRegularFile()
                && attributes.lastModifiedTime().toInstant().isAfter(since)
                && !kept.contains(path)
                && wanted.test(path)) {
            Optional<String> rule = origin.of(path);
            rule.ifPresent(line -> found.add(new IgnoredFile(RawPath.display(path), line)));
        }
    }

    private boolean built(String path) throws IOException {
        for (String source : BuildOutput.sources(path)) {
            if (tree.has(RawPath.path(source))) {
                return true;
            }
        }
        return false;
    }
}
