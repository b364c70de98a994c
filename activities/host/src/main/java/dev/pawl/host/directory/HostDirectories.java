package dev.pawl.host.directory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.UUID;

/**
 * The directories Pawl has on a host, all below one home that belongs to its user alone. Asking for a directory makes
 * nothing; {@link #create} does.
 *
 * @param home {@code $PAWL_HOME}; made absolute
 * @param worker the worker that asks: what only a living worker needs is below a directory of this name
 */
public record HostDirectories(Path home, String worker) {
    public HostDirectories {
        home = home.toAbsolutePath().normalize();
    }

    /** Of a worker that nobody knows by name. */
    public HostDirectories(Path home) {
        this(home, UUID.randomUUID().toString());
    }

    /** An id as one segment of a path or of a branch name: letters, digits, hyphens and underscores. */
    public static String segment(String id) {
        return PathSegment.of(id);
    }

    /** The id that a segment was made of; empty where it does not tell, as those of long ids do. */
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

    /** Where each worker has a directory for its runs. */
    public Path runs() {
        return home.resolve("runs");
    }

    /** Where each worker that shares this home says that it lives. */
    public Path workers() {
        return home.resolve("workers");
    }

    /** Where the isolated workspaces are. */
    public Path workspaces() {
        return home.resolve("workspaces");
    }

    /** HOME and temporary directory of a task's checks, and its clean checkouts. */
    public Path checks(String taskId) {
        return checks().resolve(PathSegment.of(taskId));
    }

    /** What agents keep of their own sessions from one iteration of a task to the next. */
    public Path agentSessions(String taskId) {
        return agentSessions().resolve(PathSegment.of(taskId));
    }

    /** Where the agents of all tasks keep theirs. */
    public Path agentSessions() {
        return home.resolve("agent-sessions");
    }

    /** Where the checks of all tasks have what they need. */
    public Path checks() {
        return home.resolve("checks");
    }

    /** The journal of a task's delivery into a directory of its user. */
    public Path delivery(String taskId) {
        return deliveries().resolve(PathSegment.of(taskId));
    }

    /** Where the journals of all deliveries are that are under way. */
    public Path deliveries() {
        return home.resolve("deliveries");
    }

    /** A file for each directory of a user that was written to; whoever writes has it locked. */
    public Path locks() {
        return home.resolve("locks");
    }

    /** The local content store. */
    public Path content() {
        return home.resolve("content");
    }

    /** Makes a directory of this host, readable by its owner only, and returns it; existing ones stay as they are. */
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
