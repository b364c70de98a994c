package dev.pawl.evidence.protect;

import dev.pawl.evidence.tree.FileTree;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Python files that shadow a module of the language or of a test library, since the import path finds them first. */
final class ShadowedModules {
    private static final Set<String> NAMES = names();
    private static final Set<String> ROOTS = Set.of("", "src", "lib", "test", "tests", "python");

    private final Set<String> roots = new HashSet<>(ROOTS);

    /**
     * Besides the usual import roots, every directory with a test of the base, since runners add these.
     *
     * @param start where checks start; empty for the top
     */
    ShadowedModules(FileTree base, String start) {
        if (!start.isEmpty()) {
            ROOTS.forEach(root -> roots.add(root.isEmpty() ? start : start + "/" + root));
        }
        base.files().stream()
                .filter(RunnerFiles::test)
                .map(ShadowedModules::directory)
                .forEach(roots::add);
    }

    boolean shadows(String path) {
        String module = module(path);
        return module != null && NAMES.contains(module) && roots.contains(directory(root(path)));
    }

    /** A package's root is its directory, a module's its file. */
    private static String root(String path) {
        return path.endsWith("/__init__.py") ? directory(path) : path;
    }

    private static @Nullable String module(String path) {
        String root = root(path);
        String name = root.substring(root.lastIndexOf('/') + 1);
        if (!root.equals(path)) {
            return name;
        }
        boolean code = name.endsWith(".py") || name.endsWith(".pyc") || name.endsWith(".so");
        return code ? name.substring(0, name.indexOf('.')) : null;
    }

    private static String directory(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    private static Set<String> names() {
        try (InputStream in = ShadowedModules.class.getResourceAsStream("python-modules.txt")) {
            String text =
                    new String(Objects.requireNonNull(in, "python-modules.txt").readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
