package dev.pawl.workspace.directory;

import dev.pawl.host.directory.HostDirectories;
import dev.pawl.host.file.Removal;
import dev.pawl.workflows.model.request.WorkspaceMode;
import dev.pawl.workflows.model.request.WorkspaceSpec;
import dev.pawl.workspace.WorkspaceUnusableException;
import dev.pawl.workspace.copy.CopiedFiles;
import dev.pawl.workspace.git.Git;
import dev.pawl.workspace.git.GitCommand;
import dev.pawl.workspace.git.SmallFile;
import dev.pawl.workspace.git.SourceRepository;
import dev.pawl.workspace.notes.WorkspaceRecord;
import dev.pawl.workspace.scan.BaseRules;
import dev.pawl.workspace.scan.BaseRulesReader;
import dev.pawl.workspace.scan.IgnoreRules;
import dev.pawl.workspace.scan.Omission;
import dev.pawl.workspace.scan.ScanLimits;
import dev.pawl.workspace.scan.ScannedTree;
import dev.pawl.workspace.scan.TreeScan;
import dev.pawl.workspace.snapshot.ShadowRepository;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Creates one workspace and its base snapshot, after removing what an interrupted try left. */
final class WorkspaceMaker {
    private static final String COPIED = "copied";

    private final HostDirectories host;
    private final Git git;
    private final WorkspaceSpec spec;
    private final Path work;
    private final ShadowRepository shadow;
    private final List<String> notes = new ArrayList<>();
    private final List<String> taken = new ArrayList<>();
    private final Path store;
    private List<String> copied = List.of();

    WorkspaceMaker(HostDirectories host, Git git, ShadowRepository shadow, String taskId, WorkspaceSpec spec) {
        this.host = host;
        this.git = git;
        this.spec = spec;
        this.work = host.workspace(taskId);
        this.shadow = shadow;
        this.store = copied(host, taskId);
    }

    /** The copied files of a task, or of a plan for its packages. */
    static Path copied(HostDirectories host, String taskId) {
        return host.checks(taskId).resolve(COPIED);
    }

    WorkspaceRecord make() {
        Path source = spec.source() == null ? null : SourceDirectory.canonical(spec.source(), host);
        Removal.remove(shadow.directory());
        host.create(host.home().resolve("shadow"));
        shadow.init();
        if (source == null) {
            host.create(fresh());
            return recorded(work, null, false, null, BaseRules.NONE, new TreeSet<>());
        }
        Optional<SourceRepository> repository = SourceRepository.at(git, source);
        if (spec.mode() == WorkspaceMode.IN_PLACE) {
            requireStart(source, source, "correct 'directory'");
            return inPlace(source, repository);
        }
        WorkspaceRecord record = repository.map(found -> cloned(source, found)).orElseGet(() -> copied(source));
        requireStart(
                work,
                source,
                record.head() == null || spec.includeUncommitted()
                        ? "correct 'directory'"
                        : "commit it, or set include-uncommitted: true");
        return record;
    }

    /** Programs of the task start there. */
    private void requireStart(Path top, Path source, String advice) {
        Path at = top;
        for (Path part : Path.of(spec.start())) {
            at = at.resolve(part);
            if (!Files.isDirectory(at, LinkOption.NOFOLLOW_LINKS)) {
                throw new WorkspaceUnusableException("'%s' is no directory of what the task starts from, %s; %s"
                        .formatted(spec.start(), source, advice));
            }
        }
    }

    /** Recreates the directory of an isolated workspace, with the content of its newest snapshot. */
    void makeAgain(WorkspaceRecord record) {
        fresh();
        if (record.head() != null && record.source() != null) {
            SourceRepository source = SourceRepository.at(git, SourceDirectory.canonical(record.source(), host))
                    .orElseThrow(() -> new WorkspaceUnusableException(
                            "workspace %s is no longer a git repository".formatted(record.source())));
            IsolatedClone clone = new IsolatedClone(git, source, work);
            clone.make();
            clone.moveTo(record.head());
            clone.exclude(record.exclude());
        } else {
            host.create(work);
        }
        bringAgain(record);
    }

    private void bringAgain(WorkspaceRecord record) {
        if (record.copied().isEmpty()) {
            return;
        }
        if (!Files.isDirectory(store) && record.source() != null) {
            Path source = SourceDirectory.canonical(record.source(), host);
            NavigableSet<String> tracked = new TreeSet<>();
            shadow.files(record.base()).forEach(file -> tracked.add(file.path()));
            store(source, tracked);
        }
        new CopiedFiles(store, record.copied()).into(work);
    }

    private void take(Path source, NavigableSet<String> tracked) {
        CopiedFiles.Taken found = store(source, tracked);
        copied = found.paths();
        notes.addAll(found.notes());
    }

    /** A package of a plan gets the files that were copied when the plan started. */
    private CopiedFiles.Taken store(Path source, NavigableSet<String> tracked) {
        host.create(store.resolve("..").normalize());
        if (!host.isIntegration(source)) {
            return CopiedFiles.take(source, spec.copy(), tracked, host.home(), store);
        }
        Path plan = Objects.requireNonNull(source.resolve("..").normalize().getFileName());
        Path ofPlan = host.checks().resolve(plan).resolve(COPIED);
        return Files.isDirectory(ofPlan)
                ? CopiedFiles.take(ofPlan, List.of("*"), tracked, host.home(), store)
                : CopiedFiles.Taken.NOTHING;
    }

    private WorkspaceRecord cloned(Path source, SourceRepository repository) {
        fresh();
        IsolatedClone clone = new IsolatedClone(git, repository, work);
        String head = clone.make();
        NavigableSet<String> tracked = new TreeSet<>(
                List.of(git.run(GitCommand.in(work, "ls-files", "-z")).fields()));
        if (!repository.bare()) {
            take(source, tracked);
        }
        List<String> uncommitted = repository.uncommitted().stream()
                .filter(path -> !copied.contains(path))
                .toList();
        if (!uncommitted.isEmpty() && spec.includeUncommitted()) {
            clone.takeOver(uncommitted);
            taken.addAll(uncommitted);
            notes.add("starts from the working tree with %s".formatted(files(uncommitted.size())));
        } else if (!uncommitted.isEmpty()) {
            notes.add("starts from HEAD (%s); %s left out, 'include-uncommitted: true' includes them"
                    .formatted(head.substring(0, 12), files(uncommitted.size())));
        }
        if (SmallFile.raw(work.resolve(".gitattributes")).contains("filter=")) {
            notes.add("files with a git filter, for example of LFS, are in the form that the repository stores");
        }
        new CopiedFiles(store, copied).into(work);
        WorkspaceRecord record =
                recorded(work, source, true, head, BaseRulesReader.read(work, repository.exclude()), tracked);
        clone.exclude(record.exclude());
        return record;
    }

    private WorkspaceRecord copied(Path source) {
        refuseHomeInside(source);
        take(source, new TreeSet<>());
        int repositories = DirectoryCopy.copy(source, fresh());
        if (repositories > 0) {
            notes.add("%d git repositories inside were copied without their history".formatted(repositories));
        }
        repositoryAround(source)
                .ifPresent(around -> notes.add(
                        "%s is a part of the repository %s and was copied without its history, its ignore rules and what is beside it; to have them, name the repository, and this part as its 'directory'"
                                .formatted(source, around)));
        return recorded(work, source, false, null, BaseRulesReader.read(work, ""), new TreeSet<>());
    }

    private static Optional<Path> repositoryAround(Path source) {
        for (Path above = source.getParent(); above != null; above = above.getParent()) {
            if (Files.exists(above.resolve(".git"))) {
                return Optional.of(above);
            }
        }
        return Optional.empty();
    }

    private WorkspaceRecord inPlace(Path source, Optional<SourceRepository> repository) {
        refuseHomeInside(source);
        if (repository.filter(SourceRepository::bare).isPresent()) {
            throw new WorkspaceUnusableException(
                    "workspace %s is a bare repository without files; use mode: isolated".formatted(source));
        }
        NavigableSet<String> tracked = repository.map(SourceRepository::tracked).orElseGet(TreeSet::new);
        take(source, tracked);
        notes.add("the agent works in %s itself".formatted(source));
        repository
                .filter(found -> found.head() != null)
                .map(SourceRepository::uncommitted)
                .ifPresent(paths ->
                        paths.stream().filter(path -> !copied.contains(path)).forEach(taken::add));
        BaseRules rules = BaseRulesReader.read(
                source, repository.map(SourceRepository::exclude).orElse(""));
        return recorded(
                source,
                source,
                repository.isPresent(),
                repository.map(SourceRepository::head).orElse(null),
                rules,
                tracked);
    }

    private WorkspaceRecord recorded(
            Path directory,
            @Nullable Path source,
            boolean repository,
            @Nullable String head,
            BaseRules rules,
            NavigableSet<String> tracked) {
        Set<String> along = Set.copyOf(copied);
        ScannedTree scanned = TreeScan.scan(directory, new IgnoreRules(rules, along), tracked, ScanLimits.STANDARD);
        Map<String, String> omitted = new HashMap<>();
        for (Omission omission : scanned.omissions()) {
            omitted.put(omission.path(), omission.stamp());
            notes.add(
                    "not in the base snapshot: %s".formatted(omission.finding().detail()));
        }
        String base = shadow.store(directory, scanned.files(), "base", null).commit();
        String from = source == null ? null : source.toString();
        return new WorkspaceRecord(
                spec.mode(), from, repository, head, base, rules, along, omitted, taken, notes, copied);
    }

    private Path fresh() {
        Removal.remove(work);
        host.create(work.resolve("..").normalize());
        return work;
    }

    private void refuseHomeInside(Path source) {
        if (Files.exists(host.home()) && real(host.home()).startsWith(source)) {
            throw new WorkspaceUnusableException(
                    "workspace %s contains Pawl's own directory %s; name a directory below it, or set PAWL_HOME elsewhere"
                            .formatted(source, host.home()));
        }
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String files(int count) {
        return count == 1 ? "1 uncommitted file" : count + " uncommitted files";
    }
}
