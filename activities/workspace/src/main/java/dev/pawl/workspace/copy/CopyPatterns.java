package dev.pawl.workspace.copy;

import dev.pawl.workspace.WorkspaceUnusableException;
import dev.pawl.workspace.git.RawPath;
import dev.pawl.workspace.scan.IgnoreRules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.ignore.IgnoreNode;

/** Which files to copy: patterns as in {@code .gitignore}, of which the last one that matches a path counts. */
final class CopyPatterns {
    /** In the user's directory; the patterns of the task come after those in it. */
    static final String FILE = ".worktreeinclude";

    private static final long LARGEST = 64 << 10;

    private final List<String> ofTask;
    private final String raw;
    private final IgnoreNode rules;

    private CopyPatterns(List<String> ofTask, String raw) {
        this.ofTask = List.copyOf(ofTask);
        this.raw = raw;
        this.rules = IgnoreRules.parsed(raw);
    }

    /** @throws WorkspaceUnusableException if the file of patterns cannot be read */
    static CopyPatterns of(Path source, List<String> ofTask) {
        StringBuilder raw = new StringBuilder(included(source));
        ofTask.forEach(pattern -> raw.append('\n').append(line(pattern)));
        return new CopyPatterns(ofTask, raw.toString());
    }

    boolean empty() {
        return rules.getRules().isEmpty();
    }

    /**
     * Whether to copy a path.
     *
     * @param above whether the directory that it is in does
     */
    boolean matches(String path, boolean directory, boolean above) {
        return verdict(rules, path, directory, above);
    }

    /** Whether a pattern could name something in a directory of this name, though not the directory itself. */
    boolean mentions(String name) {
        return raw.contains(name);
    }

    /** Patterns of the task that match none of these raw paths of files. */
    List<String> idle(List<String> files) {
        return ofTask.stream()
                .filter(pattern -> !pattern.startsWith("!"))
                .filter(pattern -> {
                    IgnoreNode alone = IgnoreRules.parsed(line(pattern));
                    return files.stream().noneMatch(file -> names(alone, file));
                })
                .toList();
    }

    private static boolean names(IgnoreNode node, String file) {
        boolean named = false;
        for (int slash = file.indexOf('/'); slash >= 0; slash = file.indexOf('/', slash + 1)) {
            named = verdict(node, file.substring(0, slash), true, named);
        }
        return verdict(node, file, false, named);
    }

    private static boolean verdict(IgnoreNode node, String path, boolean directory, boolean above) {
        Boolean verdict = node.checkIgnored(RawPath.text(path), directory);
        return verdict == null ? above : verdict;
    }

    /** In a list there are no comments. */
    private static String line(String pattern) {
        String text = pattern.startsWith("#") ? "\\" + pattern : pattern;
        return RawPath.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String included(Path source) {
        Path file = source.resolve(FILE);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return "";
        }
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > LARGEST) {
                throw new WorkspaceUnusableException(
                        "%s is not a regular file of at most %d bytes; write the patterns into one, or remove it"
                                .formatted(file, LARGEST));
            }
            return RawPath.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new WorkspaceUnusableException("%s cannot be read: %s; make it readable".formatted(file, e), e);
        }
    }
}
