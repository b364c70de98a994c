package dev.pawl.evidence.protect;

import dev.pawl.evidence.reach.CheckFiles;
import dev.pawl.evidence.tree.FileTree;
import dev.pawl.evidence.tree.PathGlob;
import dev.pawl.workflows.model.evidence.CheckFile;
import dev.pawl.workflows.model.evidence.Proof;
import dev.pawl.workflows.model.request.CheckSpec;
import dev.pawl.workflows.model.request.TaskRequest;
import dev.pawl.workspace.git.SnapshotPath;
import dev.pawl.workspace.snapshot.Change;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of the base that checks trust: tests, configuration of test runners, files that a check's command reaches
 * or that were seen to be read by it and belong to it, and files that the task protects. They are restored before any
 * check runs. A file that the task declares is the work itself, and is protected only if {@code protect} names it too.
 */
public final class ProtectedFiles {
    private final List<PathGlob> protect;
    private final FileTree base;
    private final GrantedChanges grants;
    private final List<CheckCommand> commands;
    private final String start;
    private final CheckFiles reached;
    private final Map<String, String> observed;
    private final Set<String> wanted;
    private final Set<String> owned;
    private final Set<String> named = new HashSet<>();
    private @Nullable Set<String> trusted;

    /** Without observed reads of checks. */
    public ProtectedFiles(TaskRequest request, List<CheckSpec> checks, FileTree base) {
        this(request, checks, base, Map.of());
    }

    /**
     * @param base the tree through which commands are followed
     * @param observed files that checks read and that belong to them, by path, with the reason
     */
    public ProtectedFiles(TaskRequest request, List<CheckSpec> checks, FileTree base, Map<String, String> observed) {
        this.observed = Map.copyOf(observed);
        this.protect = PathGlob.all(request.protect());
        this.base = base;
        this.grants = new GrantedChanges(request);
        List<CheckCommand> given =
                checks.stream().map(check -> new CheckCommand(check.run())).toList();
        this.start = request.workspace().start();
        this.reached = CheckFiles.of(checks, base, start);
        Stream<CheckCommand> started = reached.started().values().stream()
                .flatMap(List::stream)
                .map(CheckCommand::new)
                .filter(command -> !command.opaque());
        this.commands = Stream.concat(given.stream(), started).toList();
        this.wanted = SnapshotPath.named(request.files());
        this.owned = SnapshotPath.named(request.owns());
        given.stream()
                .flatMap(command -> command.paths().stream())
                .flatMap(path -> CheckFiles.path(start, path).stream())
                .forEach(named::add);
    }

    /** Paths of the base to restore, in order. */
    public Set<String> trusted() {
        Set<String> known = trusted;
        if (known == null) {
            Set<String> paths = new TreeSet<>();
            base.files().stream().filter(this::isProtected).forEach(paths::add);
            known = Collections.unmodifiableSet(paths);
            trusted = known;
        }
        return known;
    }

    /** The directory in which checks start, relative to the workspace; empty for the workspace itself. */
    String start() {
        return start;
    }

    /** Whether the task allows tests in this file to change or to be removed. */
    public boolean mayChange(String path) {
        return grants.mayChange(path) || grants.mayRemove(path);
    }

    /** Whether the task declares the file as a result. */
    public boolean declares(String path) {
        return wanted(path);
    }

    /** Whether a file holds only tests, so that it is compared as a whole. */
    public boolean holdsTestsOnly(String path) {
        return RunnerFiles.test(path) || isProtected(path);
    }

    /** Whether a check's command leads to a file of the base. */
    public boolean reaches(String path) {
        return reached.files().containsKey(path) || named(path);
    }

    /** Whether a check may start a tool. */
    public boolean runs(String tool) {
        return commands.stream().anyMatch(command -> command.uses(tool));
    }

    /** Whether a command that checks start matches. */
    public boolean starts(Pattern command) {
        return commands.stream().anyMatch(one -> one.fits(command))
                || reached.started().values().stream()
                        .flatMap(List::stream)
                        .anyMatch(started -> command.matcher(started).find());
    }

    /** Whether checks, or their configuration in the base, contain a word. */
    public boolean says(String word) {
        return commands.stream().anyMatch(command -> command.says(word))
                || base.files().stream()
                        .filter(path -> isProtected(path) || RunnerFiles.mixed(path))
                        .anyMatch(path -> base.text(path).contains(word));
    }

    /** The changes of the base's tests and check files that the task allows. */
    public GrantedChanges grants() {
        return grants;
    }

    /** The allowed changes that a result made. */
    public Granted granted(List<Change> changes, FileTree result) {
        return Granted.of(grants, changes, base, result);
    }

    /** Whether a file of the base is restored if it is changed and the task does not allow that. */
    public boolean isProtected(String path) {
        if (PathGlob.any(protect, path)) {
            return true;
        }
        return !wanted(path)
                && (RunnerFiles.test(path)
                        || RunnerFiles.configuration(path, commands)
                        || observed.containsKey(path)
                        || (reached.files().containsKey(path) && !RunnerFiles.mixed(path) && !owned.contains(path)));
    }

    /** Whether a path belongs to the checks and is no product, even if the task allows it to change. */
    public boolean ofCheck(String path) {
        return RunnerFiles.test(path)
                || RunnerFiles.configuration(path, commands)
                || PathGlob.any(protect, path)
                || observed.containsKey(path)
                || (reached.files().containsKey(path) && !RunnerFiles.mixed(path));
    }

    /** Why a path of the base belongs to the checks, in one line; empty if it does not. */
    private Optional<String> why(String path) {
        Optional<String> way = Optional.ofNullable(reached.files().get(path));
        if (way.isPresent()) {
            return way;
        }
        if (PathGlob.any(protect, path)) {
            return Optional.of("'protect' of the task");
        }
        if (RunnerFiles.test(path)) {
            return Optional.of("a test, by its name");
        }
        return RunnerFiles.configuration(path, commands)
                ? Optional.of("configuration of a test runner, by its name")
                : Optional.ofNullable(observed.get(path));
    }

    /** Files of the base that belong to the checks, with the reason; at most as many as evidence holds. */
    public List<CheckFile> checkFiles() {
        return base.files().stream()
                .sorted()
                .flatMap(path -> why(path).map(why -> new CheckFile(path, why, isProtected(path))).stream())
                .limit(Proof.MAX_FILES)
                .toList();
    }

    /** A test that only the result has: it is run too, but the base's tests have to pass without it. */
    public boolean addedTest(String path, FileTree base) {
        return !base.has(path) && !wanted(path) && !named(path) && RunnerFiles.testCode(path);
    }

    /** Configuration of a test runner that the base does not have and the task does not ask for. */
    boolean unasked(String path, FileTree base) {
        return !base.has(path) && !wanted(path) && !grants.mayChange(path) && RunnerFiles.configuration(path, commands);
    }

    /** Configuration of a test runner that the task wants changed, and so may use the runner. */
    boolean configures(String path) {
        return (wanted(path) || grants.mayChange(path)) && RunnerFiles.configuration(path, commands);
    }

    boolean wanted(String path) {
        return wanted.contains(path);
    }

    /** The scripts of a {@code package.json} that checks start; empty if unknown. */
    Set<String> scripts(String packageJson) {
        return reached.scripts().getOrDefault(packageJson, Set.of());
    }

    List<CheckCommand> commands() {
        return commands;
    }

    /** Whether a command line names the path or a directory above it. */
    private boolean named(String path) {
        return named.contains(path) || named.stream().anyMatch(name -> name.endsWith("/") && path.startsWith(name));
    }
}
