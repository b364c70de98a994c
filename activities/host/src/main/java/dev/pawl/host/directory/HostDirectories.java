package dev.pawl.host.directory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.UUID;

/**
 * Pawl's directories on a host, all below one home that only its user can enter. The accessors create nothing; {@link
 * #create} does.
 *
 * @param home {@code $PAWL_HOME}; made absolute
 * @param worker the worker that asks: files that only a live worker needs are below a directory of this name
 */
public record HostDirectories(Path home, String worker) {
    private static final String INTEGRATION = "integration";

    public HostDirectories {
        home = home.toAbsolutePath().normalize();
    }

    /** For a worker without a name. */
    public HostDirectories(Path home) {
        this(home, UUID.randomUUID().toString());
    }

    /** An id as one segment of a path or of a branch name: letters, digits, hyphens and underscores. */
    public static String segment(String id) {
        return PathSegment.of(id);
    }

    /** The id of a segment; empty if it cannot be recovered, as for long ids. */
    public static Optional<String> id(String segment) {
        return PathSegment.id(segment);
    }

    /** The private parent of a task's isolated workspace. */
    public Path workspaceParent(String taskId) {
        return workspaces().resolve(PathSegment.of(taskId));
    }

    /** The working directory of the agent of an isolated task. */
    public Path workspace(String taskId) {
        return workspaceParent(taskId).resolve("work");
    }

    /** The bare repository that keeps a task's snapshots. */
    public Path shadow(String taskId) {
        return home.resolve("shadow").resolve(PathSegment.of(taskId) + ".git");
    }

    /** Private HOME, temporary directory and transcript of one session. */
    public Path run(UUID session) {
        return runs().resolve(worker).resolve(session.toString());
    }

    /** Parent of the workers' directories for runs. */
    public Path runs() {
        return home.resolve("runs");
    }

    /** Files of the workers that share this home. */
    public Path workers() {
        return home.resolve("workers");
    }

    /** Parent of the isolated workspaces. */
    public Path workspaces() {
        return home.resolve("workspaces");
    }

    /** HOME and temporary directory of a task's checks, and its clean checkouts. */
    public Path checks(String taskId) {
        return checks().resolve(PathSegment.of(taskId));
    }

    /** Session files that agents keep between iterations of a task. */
    public Path agentSessions(String taskId) {
        return agentSessions().resolve(PathSegment.of(taskId));
    }

    /** Parent of the session files of all tasks. */
    public Path agentSessions() {
        return home.resolve("agent-sessions");
    }

    /** Parent of the directories of checks of all tasks. */
    public Path checks() {
        return home.resolve("checks");
    }

    /** The journal of a task's delivery into a user's directory. */
    public Path delivery(String taskId) {
        return deliveries().resolve(PathSegment.of(taskId));
    }

    /** Parent of the journals of running deliveries. */
    public Path deliveries() {
        return home.resolve("deliveries");
    }

    /** What a plan keeps on this host. */
    public Path plan(String planId) {
        return plans().resolve(PathSegment.of(planId));
    }

    /** The repository that the accepted work of a plan's packages is merged into, and that they start from. */
    public Path integration(String planId) {
        return plan(planId).resolve(INTEGRATION);
    }

    /** Parent of the directories of all plans. */
    public Path plans() {
        return home.resolve("plans");
    }

    /** Whether a directory is the integration repository of some plan. */
    public boolean isIntegration(Path directory) {
        Path plan = directory.getParent();
        Path parent = plan == null ? null : plan.getParent();
        try {
            return directory.endsWith(INTEGRATION)
                    && parent != null
                    && Files.isDirectory(plans())
                    && Files.isDirectory(parent)
                    && Files.isSameFile(parent, plans());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at " + directory, e);
        }
    }

    /** One file per user's directory that was written to, locked by the writer. */
    public Path locks() {
        return home.resolve("locks");
    }

    /** The local content store. */
    public Path content() {
        return home.resolve("content");
    }

    /** Creates a directory readable only by its owner, and returns it; an existing one is not changed. */
    public Path create(Path directory) {
        if (!directory.startsWith(home)) {
            throw new IllegalArgumentException(directory + " is not below " + home);
        }
        try {
            return Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + directory, e);
        }
    }
}
