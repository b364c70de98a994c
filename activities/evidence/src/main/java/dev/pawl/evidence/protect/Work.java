package dev.pawl.evidence.protect;

import dev.pawl.evidence.tree.FileTree;
import dev.pawl.workflows.model.request.TaskRequest;
import dev.pawl.workspace.git.SnapshotPath;
import dev.pawl.workspace.snapshot.Change;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The changed files that are the work, which a check therefore has to need.
 *
 * @param paths the declared files; if the task declares none, or only texts for people, all changes except new tests
 *     and new configuration of runners
 * @param declared whether the task names them
 * @param product other changed files that could be work too
 * @param additions the rest: new tests and new configuration
 */
public record Work(Set<String> paths, boolean declared, Set<String> product, Set<String> additions) {
    /** Texts for people; that no check needs them proves nothing. */
    private static final Pattern PROSE =
            Pattern.compile("(?i)(?:.*/)?(?:[^/]+\\.(?:md|rst|adoc)|changelog[^/]*|licen[cs]e[^/]*|notice)");

    private static final Pattern CODE = Pattern.compile("(?i).*\\.(?:[cm]?[jt]sx?|py|pyx|go|rs|java|kts?|groovy|scala"
            + "|clj[cs]?|c|cc|cpp|cxx|h|hh|hpp|m|mm|swift|cs|fs|vb|rb|php|pl|pm|lua|r|jl|ex|exs|erl|hrl|hs|ml|mli|dart"
            + "|zig|nim|sh|bash|zsh|awk|sql|vue|svelte|el|tcl|f90|pas|sol|elm|proto)");

    public static Work of(TaskRequest request, List<Change> changes, ProtectedFiles files, FileTree base) {
        Set<String> changed = Change.allPaths(changes);
        Set<String> product = new TreeSet<>(changed);
        // A file of the base that still differs was allowed to change: the other files of the checks were restored.
        product.removeIf(path -> files.ofCheck(path) && !base.has(path));
        Set<String> additions = new TreeSet<>(changed);
        additions.removeAll(product);
        Set<String> declared = declared(request, changed);
        if (declared.stream().allMatch(path -> PROSE.matcher(path).matches())) {
            return new Work(product, false, Set.of(), additions);
        }
        product.removeAll(declared);
        additions.removeAll(declared);
        return new Work(declared, true, product, additions);
    }

    private static Set<String> declared(TaskRequest request, Set<String> changed) {
        Set<String> named = SnapshotPath.named(request.files());
        Set<String> declared = new TreeSet<>(changed);
        declared.removeIf(path -> !SnapshotPath.within(named, path));
        return declared;
    }

    public Set<String> others() {
        return union(product, additions);
    }

    /** Whether the work contains no program, while a program besides it changed. */
    public boolean onlyData() {
        return paths.stream().noneMatch(Work::code) && product.stream().anyMatch(Work::code);
    }

    private static boolean code(String path) {
        return CODE.matcher(path).matches();
    }

    public static Set<String> union(Set<String> some, Set<String> more) {
        Set<String> all = new LinkedHashSet<>(some);
        all.addAll(more);
        return all;
    }

    public static Set<String> without(Set<String> some, Set<String> others) {
        Set<String> rest = new LinkedHashSet<>(some);
        rest.removeAll(others);
        return rest;
    }
}
