package dev.pawl.workspace.integration;

import dev.pawl.workspace.WorkspaceUnusableException;
import dev.pawl.workspace.git.Git;
import dev.pawl.workspace.git.GitResult;
import dev.pawl.workspace.git.RawPath;
import dev.pawl.workspace.snapshot.StoredFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The private repository of one plan. Its head only moves forward, by one commit per package. Packages clone what HEAD
 * names, people see the branch {@code integration}; the head is a ref of its own, whatever becomes of the branch. One
 * user at a time, see {@link IntegrationRepositories#alone}.
 */
public final class IntegrationRepository {
    private static final Logger LOG = LoggerFactory.getLogger(IntegrationRepository.class);

    static final String BRANCH = "refs/heads/integration";

    /** The head, whatever becomes of the branch. */
    static final String HEAD = "refs/pawl/integration";

    /** The commit that the plan started from. */
    static final String START = "refs/pawl/start";

    private static final String DELIVERED = "refs/pawl/delivered";

    private final GitDirectory repository;
    private final String planId;

    IntegrationRepository(Git git, Path directory, String planId) {
        this.repository = new GitDirectory(git, directory);
        this.planId = planId;
    }

    /** What packages clone. */
    public Path directory() {
        return repository.directory();
    }

    GitDirectory git() {
        return repository;
    }

    /** The newest commit. */
    public String head() {
        return repository
                .commit(HEAD)
                .orElseThrow(() -> new WorkspaceUnusableException(
                        "the integration repository %s has lost its head; start the plan again"
                                .formatted(directory())));
    }

    /** The commit that the plan started from. */
    public String start() {
        return repository.run("rev-parse", "--verify", "--quiet", START).line();
    }

    /** The tree of a commit. */
    public String tree(String commit) {
        return repository.tree(commit);
    }

    /**
     * Puts back what others changed: settings, attributes, HEAD, the branch.
     *
     * @param known a commit that was the head once, for when the repository lost it
     */
    public void repair(String known) {
        repository.settle(known);
        if (repository.commit(HEAD).isEmpty() && repository.commit(known).isPresent()) {
            repository.run("update-ref", HEAD, known);
        }
        String head = head();
        if (!repository.attempt("symbolic-ref", "--quiet", "HEAD").line().equals(BRANCH)) {
            repository.run("symbolic-ref", "HEAD", BRANCH);
        }
        if (!repository.commit(BRANCH).filter(head::equals).isPresent()) {
            repository.run("update-ref", "--no-deref", BRANCH, head);
        }
        if (repository.commit(START).isEmpty()) {
            repository.run("update-ref", START, root(head));
        }
        show();
    }

    /** The commit below the first one of a package. */
    private String root(String head) {
        return log(head).stream()
                .filter(entry -> PackageCommit.read(entry, planId).isEmpty())
                .map(IntegrationRepository::id)
                .findFirst()
                .orElseThrow();
    }

    /** The commits of packages, oldest first, by the id of the task whose result each is. */
    public Map<String, String> integrated() {
        Map<String, String> commits = new LinkedHashMap<>();
        for (String entry : log(START + ".." + HEAD).reversed()) {
            PackageCommit.read(entry, planId).ifPresent(task -> commits.put(task, id(entry)));
        }
        return commits;
    }

    private List<String> log(String range) {
        return Stream.of(repository
                        .run("log", "-z", "--first-parent", "--encoding=UTF-8", "--format=%H%n%B", range)
                        .fields())
                .map(RawPath::text)
                .toList();
    }

    private static String id(String entry) {
        return entry.substring(0, entry.indexOf('\n'));
    }

    /** Names a commit that is delivered; returns the name. */
    public String delivered(String commit) {
        repository.run("update-ref", DELIVERED, commit);
        return DELIVERED;
    }

    /** Raw paths of a commit's files. */
    List<String> files(String commit) {
        return repository.reader().files(commit).stream().map(StoredFile::path).toList();
    }

    /** Makes a commit that nothing names yet. */
    public String commit(String parent, String tree, PackageCommit message) {
        return repository.commit(tree, parent, message.text());
    }

    /**
     * Moves the head, if it still is where it was.
     *
     * @throws dev.pawl.workspace.git.GitFailure if it is not, or cannot be moved; then nothing changed
     */
    public void advance(String from, String to) {
        repository.update("update %s %s %s\nupdate %s %s\n".formatted(HEAD, to, from, BRANCH, to));
        show();
    }

    /** Keeps a result that was accepted, until the repository is removed. */
    void keep(String name, String commit) {
        repository.run("update-ref", "refs/pawl/results/" + name, commit);
    }

    /** Brings the files beside the repository in line with HEAD. Nothing depends on them, so this may fail. */
    private void show() {
        GitResult result = repository.worktree(directory(), "reset", "--quiet", "--hard");
        if (!result.ok()) {
            LOG.warn("the files in {} are not those of its head: {}", directory(), result.error());
        }
    }

    /** Writes the files of a commit or tree into an empty directory, as a clone would have them. */
    public void checkout(String tree, Path emptyDirectory) {
        repository.checkout(tree, emptyDirectory);
    }
}
