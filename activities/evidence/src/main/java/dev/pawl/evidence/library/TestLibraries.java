package dev.pawl.evidence.library;

import dev.pawl.evidence.protect.GrantedChanges;
import dev.pawl.evidence.protect.ProtectedFiles;
import dev.pawl.evidence.tree.FileTree;
import dev.pawl.workflows.model.evidence.Finding;
import dev.pawl.workflows.model.evidence.FindingKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Finds files of a result that replace a library that the base's tests import, or a file that only tests load. */
public final class TestLibraries {
    private static final int MAX_FINDINGS = 20;

    private static final Pattern CODE = Pattern.compile(".*\\.(?:[cm]?[jt]sx?|py|go|rs|rb|t|pl|pm|c|cc|cpp|cxx|h|hpp)");

    private final ProtectedFiles files;
    private final FileTree base;
    private final FileTree result;

    public TestLibraries(ProtectedFiles files, FileTree base, FileTree result) {
        this.files = files;
        this.base = base;
        this.result = result;
    }

    /** Files of the base whose imports are those of its tests. */
    public static List<String> read(ProtectedFiles files, FileTree base) {
        return base.files().stream()
                .filter(path -> CODE.matcher(path).matches() && files.holdsTestsOnly(path))
                .limit(2_000)
                .toList();
    }

    /** @param changed paths that differ between the two */
    public List<Finding> findings(Collection<String> changed) {
        TestImports imports = TestImports.of(base, read(files, base));
        KnownLibraries known = new KnownLibraries(imports, base);
        Map<String, String> modules = modules();
        List<Finding> findings = new ArrayList<>();
        for (String path : new TreeSet<>(changed)) {
            if (result.has(path) && !files.mayChange(path)) {
                reason(path, known, modules).ifPresent(reason -> findings.add(finding(path, reason)));
            }
        }
        return List.copyOf(findings.subList(0, Math.min(MAX_FINDINGS, findings.size())));
    }

    private Optional<String> reason(String path, KnownLibraries known, Map<String, String> modules) {
        Optional<String> replaced = known.replaced(path, base.text(path), result.text(path));
        if (replaced.isPresent() || files.declares(path)) {
            return replaced.map("takes %s, which tests import, from elsewhere"::formatted);
        }
        Optional<String> vendored = known.vendored(path);
        if (vendored.isPresent()) {
            return vendored.map("is part of %s, which tests import"::formatted);
        }
        if (LockEntries.lock(path)) {
            return known.locked(path, base.text(path), result.text(path))
                    .map("locks %s, which tests import, to something else"::formatted);
        }
        Optional<String> taken = known.taken(path, base.text(path), result.text(path));
        if (taken.isPresent()) {
            return taken.map("takes the place of %s, which tests use"::formatted);
        }
        String before = base.has(path) || path.matches(".*\\.(?:test|spec)\\.\\w+") ? null : modules.get(module(path));
        return before == null
                ? Optional.empty()
                : Optional.of("is loaded in place of %s, which belongs to the tests".formatted(before));
    }

    /** Files of tests by the name under which other tests load them. */
    private Map<String, String> modules() {
        Map<String, String> modules = new HashMap<>();
        for (String path : base.files()) {
            String module = module(path);
            if (!module.isEmpty() && result.has(path) && files.holdsTestsOnly(path)) {
                modules.put(module, path);
            }
        }
        return modules;
    }

    /** The language, and the path without what a runtime may leave out; empty for files that are not loaded by name. */
    private static String module(String path) {
        if (path.matches(".*\\.(?:[cm]?[jt]sx?|json|node)")) {
            return path.endsWith("/package.json")
                    ? "node " + path.substring(0, path.length() - "/package.json".length())
                    : "node " + path.replaceFirst("\\.\\w+$", "").replaceFirst("/index$", "");
        }
        return path.matches(".*\\.(?:py|pyc|so|pyd)")
                ? "python " + path.replaceFirst("(?:\\.[\\w-]+)?\\.\\w+$", "").replaceFirst("/__init__$", "")
                : "";
    }

    private static Finding finding(String path, String detail) {
        return new Finding(
                FindingKind.RUNNER_CONFIGURATION,
                path,
                "%s; undo it, or declare it in %s".formatted(detail, GrantedChanges.testsKey(path)),
                true);
    }
}
