package dev.pawl.workspace.directory;

import dev.pawl.host.directory.HostDirectories;
import dev.pawl.host.file.Removal;
import dev.pawl.workflows.model.request.WorkspaceMode;
import dev.pawl.workflows.model.request.WorkspaceSpec;
import dev.pawl.workspace.WorkspaceUnusableException;
import dev.pawl.workspace.git.Git;
import dev.pawl.workspace.git.RawPath;
import dev.pawl.workspace.git.SourceRepository;
import dev.pawl.workspace.notes.WorkspaceRecord;
import dev.pawl.workspace.scan.BaseRules;
import dev.pawl.workspace.scan.BaseRulesReader;
import dev.pawl.workspace.snapshot.ShadowRepository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Creates one workspace and its base snapshot, after removing what an interrupted try left. */
final class WorkspaceMaker {
    private final HostDirectories host;
    private final Git git;
    private final WorkspaceSpec spec;
    private final String taskId;
    private final long shareAbove;
    private final Path work;
    private final ShadowRepository shadow;
    private final CopiedStore copies;
    private final BaseDraft draft;

    /**
     * @param shareAbove bytes of a history that is borrowed instead of copied
     * @param doing is notified of each phase, for people
     */
    WorkspaceMaker(
            HostDirectories host,
            Git git,
            ShadowRepository shadow,
            String taskId,
            WorkspaceSpec spec,
            long shareAbove,
            Consumer<String> doing) {
        this.host = host;
        this.git = git;
        this.spec = spec;
        this.taskId = taskId;
        this.shareAbove = spec.sandbox() == null ? shareAbove : Long.MAX_VALUE;
        this.work = host.workspace(taskId);
        this.shadow = shadow;
        this.copies = new CopiedStore(host, taskId, spec.copy());
        this.draft = new BaseDraft(spec.mode(), shadow, doing);
    }

    WorkspaceRecord make() {
        Path source = spec.source() == null ? null : SourceDirectory.canonical(spec.source(), host);
        Removal.remove(shadow.directory());
        host.create(host.home().resolve("shadow"));
        shadow.init();
        if (source == null) {
            host.create(fresh());
            return draft.record(work, null, false, null, BaseRules.NONE, new TreeSet<>());
        }
        Optional<SourceRepository> repository = SourceRepository.at(git, source);
        if (spec.mode() == WorkspaceMode.IN_PLACE) {
            requireStart(source, source, "correct 'directory'");
            return inPlace(source, repository);
        }
        WorkspaceRecord record = repository
                .map(found -> cloned(found).make(copies, !host.isIntegration(source), spec.includeUncommitted()))
                .orElseGet(() -> copied(source));
        requireStart(work, source, advice(record));
        return record;
    }

    /** Recreates the directory of an isolated workspace, with the content of its newest snapshot. */
    void makeAgain(WorkspaceRecord record) {
        if (record.head() != null && record.source() != null) {
            Path source = SourceDirectory.canonical(record.source(), host);
            SourceRepository repository = SourceRepository.at(git, source)
                    .orElseThrow(() -> new WorkspaceUnusableException(
                            "workspace %s is no longer a git repository".formatted(source)));
            cloned(repository).makeAgain(record);
        } else {
            host.create(fresh());
        }
        copies.intoAgain(work, record, shadow);
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

    private String advice(WorkspaceRecord record) {
        String start = RawPath.raw(spec.start()) + "/";
        if (record.shape().absent().stream().anyMatch(path -> path.startsWith(start))) {
            return "your sparse checkout leaves it out: git -C %s sparse-checkout add '%s'"
                    .formatted(record.source(), spec.start());
        }
        return record.head() == null || spec.includeUncommitted()
                ? "correct 'directory'"
                : "commit it, or set include-uncommitted: true";
    }

    private RepositoryWorkspace cloned(SourceRepository repository) {
        HistoryRoom room = new HistoryRoom(git, host.create(host.checks(taskId)), shareAbove);
        return new RepositoryWorkspace(git, repository, fresh(), room, draft);
    }

    private WorkspaceRecord copied(Path source) {
        refuseHomeInside(source);
        draft.copied(copies.take(source, new TreeSet<>()));
        draft.doing("copying " + source);
        int repositories = DirectoryCopy.copy(source, fresh());
        if (repositories > 0) {
            draft.note("%d git repositories inside were copied without their history".formatted(repositories));
        }
        repositoryAround(source)
                .ifPresent(around -> draft.note(
                        "%s is a part of the repository %s and was copied without its history, its ignore rules and what is beside it; to have them, name the repository, and this part as its 'directory'"
                                .formatted(source, around)));
        return draft.record(work, source, false, null, BaseRulesReader.read(work, ""), new TreeSet<>());
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
        draft.copied(copies.take(source, tracked));
        draft.note("the agent works in %s itself".formatted(source));
        repository.filter(found -> found.head() != null).ifPresent(found -> {
            draft.uncommitted(found.uncommitted().stream()
                    .filter(path -> !draft.copied().contains(path))
                    .toList());
            draft.shape(SourceShapes.inPlace(git, found, source, tracked));
        });
        BaseRules rules = BaseRulesReader.read(
                source, repository.map(SourceRepository::exclude).orElse(""));
        return draft.record(
                source,
                source,
                repository.isPresent(),
                repository.map(SourceRepository::head).orElse(null),
                rules,
                tracked);
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
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
