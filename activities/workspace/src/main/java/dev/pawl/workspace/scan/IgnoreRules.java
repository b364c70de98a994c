package dev.pawl.workspace.scan;

import dev.pawl.workspace.git.RawPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.ignore.IgnoreNode;
import org.jspecify.annotations.Nullable;

/**
 * Which untracked paths are not part of a result: the rules of the base and the caches of common tools. Rules that an
 * agent writes later are ignored, so they cannot hide anything.
 */
public final class IgnoreRules {
    /** Of tools that write them by default. A base can undo them with {@code !}. */
    private static final String CACHES = """
            __pycache__/
            *.pyc
            .pytest_cache/
            .mypy_cache/
            .ruff_cache/
            .tox/
            .nox/
            .hypothesis/
            .nyc_output/
            .venv/
            node_modules/
            .gradle/
            .DS_Store
            """;

    private static final IgnoreNode BUILT_IN = parsed(RawPath.of(CACHES.getBytes(StandardCharsets.US_ASCII)));

    private final Map<String, IgnoreNode> byDirectory = new HashMap<>();
    private final IgnoreNode exclude;
    private final Set<String> artefacts;

    /**
     * @param rules of the base
     * @param artefacts raw paths of files and directories to ignore, whatever the rules say
     */
    public IgnoreRules(BaseRules rules, Set<String> artefacts) {
        this.artefacts = artefacts;
        rules.byDirectory().forEach(this::add);
        this.exclude = parsed(rules.exclude());
    }

    void add(String directory, String text) {
        byDirectory.put(directory, parsed(text));
    }

    /** Whether the rules name this path itself; a path below an ignored directory is ignored with it. */
    public boolean names(String path, boolean directory) {
        if (artefacts.contains(path)) {
            return true;
        }
        String text = RawPath.text(path);
        String place = path;
        do {
            place = RawPath.parent(place);
            Boolean verdict = verdict(byDirectory.get(place), text, RawPath.text(place), directory);
            if (verdict != null) {
                return verdict;
            }
        } while (!place.isEmpty());
        Boolean verdict = exclude.checkIgnored(text, directory);
        return verdict != null ? verdict : Boolean.TRUE.equals(BUILT_IN.checkIgnored(text, directory));
    }

    /** Whether a rule of the base takes this directory back with {@code !}. */
    boolean wants(String path) {
        String text = RawPath.text(path);
        String place = path;
        do {
            place = RawPath.parent(place);
            Boolean verdict = verdict(byDirectory.get(place), text, RawPath.text(place), true);
            if (verdict != null) {
                return !verdict;
            }
        } while (!place.isEmpty());
        return false;
    }

    /** Whether a file is ignored, by itself or by a directory above it. */
    public boolean ignores(String path) {
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            if (names(path.substring(0, slash), true)) {
                return true;
            }
        }
        return names(path, false);
    }

    private static @Nullable Boolean verdict(@Nullable IgnoreNode node, String path, String place, boolean directory) {
        if (node == null) {
            return null;
        }
        return node.checkIgnored(place.isEmpty() ? path : path.substring(place.length() + 1), directory);
    }

    /**
     * The rules of one file.
     *
     * @param raw its text, see {@link RawPath}
     */
    public static IgnoreNode parsed(String raw) {
        IgnoreNode node = new IgnoreNode();
        try {
            node.parse(new ByteArrayInputStream(RawPath.bytes(raw)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return node;
    }
}
