package dev.pawl.evidence.observed;

import dev.pawl.evidence.protect.RunnerFiles;
import dev.pawl.evidence.reach.CheckFiles;
import dev.pawl.evidence.tree.FileTree;
import dev.pawl.evidence.tree.PathGlob;
import dev.pawl.workflows.model.request.TaskRequest;
import dev.pawl.workspace.git.SnapshotPath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Selects the files that belong to a check among those that it read on the base. Which process read a file is not
 * known, so a file belongs to the check only if no code of the product names it, and it has a name of expected results,
 * lies among tests only, or is named by a test or a script of the check.
 */
public final class OwnReads {
    private static final PathGlob CODE =
            PathGlob.of("**/*.{py,pyi,js,cjs,mjs,jsx,ts,cts,mts,tsx,vue,svelte,go,java,kt,kts,"
                    + "scala,groovy,rs,rb,php,pl,pm,lua,c,cc,cpp,cxx,h,hh,hpp,cs,fs,"
                    + "vb,swift,dart,ex,exs,erl,hs,ml,clj,jl,r,zig,nim}");

    /** Shell scripts in directories where a product has none. */
    private static final PathGlob SCRIPT =
            PathGlob.of("**/{scripts,script,ci,tools,hack,check,checks,build}/**/*.{sh,bash,zsh,ksh}");

    private static final PathGlob ANY_SCRIPT = PathGlob.of("**/*.{sh,bash,zsh,ksh}");

    private static final Pattern EXPECTED = Pattern.compile(
            "(?i)(?:.*/)?(?:[\\w.-]+[._-])?(?:goldens?|expected|expectations?|snapshots?|approved|cassettes?)"
                    + "(?:[._-][\\w.-]+)?(?:/.*)?|.*\\.(?:golden|snap|expected|approved)(?:\\.\\w+)?");

    private static final int MOST_TEXTS = 400;
    private static final int MOST_FILES = 2_000;

    private final TaskRequest request;
    private final FileTree base;
    private final CheckFiles reached;
    private final Set<String> declared;
    private final List<PathGlob> owned;
    private final Map<String, Boolean> testsOnly = new HashMap<>();

    public OwnReads(TaskRequest request, FileTree base, CheckFiles reached) {
        this.request = request;
        this.base = base;
        this.reached = reached;
        this.declared = SnapshotPath.named(request.files());
        this.owned = PathGlob.all(request.owns());
    }

    /** @return the reason for people in one line, by path */
    public Map<String, String> of(String check, SortedSet<String> read) {
        List<String> product = read.stream()
                .filter(path -> CODE.matches(path) && !ofCheck(path))
                .toList();
        Mentions byProduct = new Mentions(texts(product));
        Mentions byCheck =
                new Mentions(texts(read.stream().filter(this::ofCheck).toList()));
        Map<String, String> own = new TreeMap<>();
        read.stream()
                .filter(path -> !ofCheck(path) && !CODE.matches(path) && !RunnerFiles.mixed(path) && !declared(path))
                .filter(path -> !byProduct.of(path))
                .filter(path -> EXPECTED.matcher(path).matches()
                        || (!product.isEmpty()
                                && !asked(path)
                                && (amongTests(path) || SCRIPT.matches(path) || named(path, byCheck))))
                .limit(MOST_FILES)
                .forEach(path -> own.put(path, "read by check '%s' at the base".formatted(check)));
        return own;
    }

    private boolean ofCheck(String path) {
        return RunnerFiles.test(path) || reached.files().containsKey(path);
    }

    private boolean named(String path, Mentions byCheck) {
        return !ANY_SCRIPT.matches(path) && byCheck.of(path);
    }

    private boolean declared(String path) {
        return SnapshotPath.within(declared, path) || PathGlob.any(owned, path);
    }

    /** If a task declares no files, files that the prompt names may be the work. */
    private boolean asked(String path) {
        String prompt = request.prompt().text();
        return declared.isEmpty() && (prompt == null || new Mentions(List.of(prompt)).of(path));
    }

    /** Whether it is in a directory whose only code belongs to the check. */
    private boolean amongTests(String path) {
        List<String> directories = SnapshotPath.directories(path);
        return !directories.isEmpty() && testsOnly.computeIfAbsent(directories.getLast(), this::holdsTestsOnly);
    }

    private boolean holdsTestsOnly(String directory) {
        List<String> code = base.files().stream()
                .filter(file -> SnapshotPath.below(directory, file) && CODE.matches(file))
                .toList();
        return !code.isEmpty() && code.stream().allMatch(this::ofCheck);
    }

    private List<String> texts(Collection<String> paths) {
        List<String> texts = new ArrayList<>();
        paths.stream().limit(MOST_TEXTS).forEach(path -> texts.add(base.text(path)));
        return texts;
    }
}
