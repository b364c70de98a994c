package dev.pawl.workspace.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.host.process.WriteProtection;
import dev.pawl.workflows.model.request.DeliverMode;
import dev.pawl.workflows.model.request.WorkspaceSpec;
import dev.pawl.workspace.delivery.DeliverySpec;
import dev.pawl.workspace.delivery.ResultDelivery;
import dev.pawl.workspace.git.Git;
import dev.pawl.workspace.lock.DeliveryWatch;
import dev.pawl.workspace.surroundings.AgentTraces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without permission no code path reaches a git command that writes to the user's repository. */
class UserRepositoryTest {
    private static final Set<String> READING =
            Set.of("rev-parse", "config", "status", "ls-tree", "ls-files", "for-each-ref", "check-ref-format", "clone");

    @TempDir
    Path root;

    private Given given;
    private Path log;
    private Git git;

    @BeforeEach
    void recordEveryCommandOfGit() throws IOException {
        given = new Given(root).repository();
        log = root.resolve("log");
        Path recorder = root.resolve("git.sh");
        Given.write(
                recorder,
                "#!/bin/bash\nprintf '%s|' \"$PWD\" \"$@\" >> '" + log + "'; echo >> '" + log + "'\nexec git \"$@\"\n");
        Files.setPosixFilePermissions(recorder, PosixFilePermissions.fromString("rwxr-xr-x"));
        git = new Git(recorder.toString());
    }

    @Test
    void withoutPermissionTheUsersRepositoryIsOnlyReadX7() {
        String before = repository();

        wholeLife(given.isolated(), DeliverMode.NONE);
        assertThat(repository()).isEqualTo(before);
        wholeLife(given.isolated(), DeliverMode.APPLY);
        assertThat(repository()).isEqualTo(before);
        wholeLife(given.inPlace(), DeliverMode.APPLY);

        assertThat(repository()).isEqualTo(before);
        assertThat(writing()).isEmpty();
    }

    @Test
    void aBranchIsTheOnlyWriteX7() {
        wholeLife(given.isolated(), DeliverMode.BRANCH);

        assertThat(writing()).singleElement().asString().contains("|fetch|", ":refs/heads/pawl/t-branch-isolated|");
    }

    private void wholeLife(WorkspaceSpec spec, DeliverMode mode) {
        String task = "t-%s-%s".formatted(mode.wire(), spec.mode().wire().replace('_', '-'));
        Workspaces workspaces = new Workspaces(given.host, given.locks, git);
        Workspace workspace = workspaces.prepare(task, spec);
        workspaces.watch(task).begin(1, WriteProtection.NONE);
        Given.write(workspace.directory().resolve("app.py"), task + "\n");
        String snapshot = workspace.snapshot("s").commit();
        workspace.diff(workspace.base(), snapshot);
        workspace.restore(workspace.base());
        workspace.restore(snapshot);
        workspaces.watch(task).findings(AgentTraces.NONE);
        new ResultDelivery(workspaces, git)
                .deliver(task, new DeliverySpec(mode, null, "Title"), snapshot, DeliveryWatch.NONE);
        workspaces.release(task);
        Given.sh(given.source, "printf \"print('hello')\\n\" > app.py");
    }

    /** Commands that name the user's repository, or run in it without naming another, and do more than read. */
    private List<String> writing() {
        return Given.read(log)
                .lines()
                .filter(line -> line.contains("|--git-dir=" + given.source)
                        || (line.startsWith(given.source + "|") && !line.contains("|--git-dir=")))
                .filter(line -> READING.stream().noneMatch(command -> line.contains("|" + command + "|")))
                .toList();
    }

    private String repository() {
        return Given.sh(given.source, "find .git -type f | sort | xargs -d '\\n' sha256sum; find .git | sort");
    }
}
