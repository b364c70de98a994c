package dev.pawl.workspace.kinds;

import dev.pawl.workflows.activity.workspace.Delivered;
import dev.pawl.workflows.model.request.DeliverMode;
import dev.pawl.workspace.delivery.DeliverySpec;
import dev.pawl.workspace.delivery.ResultDelivery;
import dev.pawl.workspace.directory.Given;
import dev.pawl.workspace.directory.Workspace;
import dev.pawl.workspace.lock.DeliveryWatch;
import dev.pawl.workspace.snapshot.Change;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** One task on a repository: its workspace, its result, its checks and its delivery. */
final class Work {
    static final String TASK = "t1";
    static final String BRANCH = "pawl/t1";

    private final Given given;
    private final Path root;
    private final Workspace workspace;
    private String snapshot;

    private Work(Given given, Path root) {
        this.given = given;
        this.root = root;
        this.workspace = given.workspaces.prepare(TASK, given.isolated());
        this.snapshot = workspace.base();
    }

    static Work begin(Given given, Path root) {
        return new Work(given, root);
    }

    Workspace workspace() {
        return workspace;
    }

    Path directory() {
        return workspace.directory();
    }

    /** The agent's work. */
    Work done(String script) {
        Given.sh(directory(), script);
        snapshot = workspace.snapshot("it-1").commit();
        return this;
    }

    List<String> changed() {
        return workspace.changes(workspace.base(), snapshot).stream()
                .map(Change::path)
                .toList();
    }

    String patch() {
        return Given.read(workspace.diff(workspace.base(), snapshot).patch());
    }

    /** Runs a check on a clean checkout of the result. */
    String checked(String script) {
        try {
            Path place = Files.createTempDirectory(root, "clean");
            workspace.checkout(snapshot, place);
            given.workspaces.checkRepository(TASK).make(place);
            return Given.sh(place, script);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a check in the workspace with the repository that checks see there. */
    String checkedInPlace(String script) {
        Path git = root.resolve("separate.git");
        given.workspaces.checkRepository(TASK).make(git, workspace.files(snapshot));
        return Given.sh(directory(), "export GIT_DIR='%s' GIT_WORK_TREE=\"$PWD\"\n%s".formatted(git, script));
    }

    Delivered deliver(DeliverMode mode) {
        return new ResultDelivery(given.workspaces)
                .deliver(TASK, new DeliverySpec(mode, null, "Title"), snapshot, DeliveryWatch.NONE);
    }
}
