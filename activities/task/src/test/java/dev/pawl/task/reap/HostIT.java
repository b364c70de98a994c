package dev.pawl.task.reap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.db.session.NewSession;
import dev.pawl.db.task.TaskResult;
import dev.pawl.host.process.ProcessSupervisor;
import dev.pawl.workflows.model.upkeep.InconsistencyKind;
import dev.pawl.workflows.model.upkeep.Repair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that can be left on a host: created, reported, and removed if that is safe. */
class HostIT {
    @SuppressWarnings("NullAway.Init")
    private ReapFixture fixture;

    @SuppressWarnings("NullAway.Init")
    private String task;

    @BeforeEach
    void start(@TempDir Path home) {
        fixture = new ReapFixture(home);
        task = fixture.records.newTask();
    }

    @AfterEach
    void close() throws IOException {
        fixture.close();
    }

    @Test
    void aProcessOfADeadWorkerIsEnded() throws Exception {
        String dead = UUID.randomUUID().toString();
        Files.createFile(fixture.directories.workers().resolve(dead));
        Process left = process(ProcessSupervisor.WORKER_VARIABLE, dead);

        fixture.findsAndPutsRight(InconsistencyKind.ORPHAN_PROCESS, dead);

        assertThat(left.waitFor()).isEqualTo(137);
    }

    @Test
    void aProcessOfAnEndedSessionIsEndedEvenIfItsWorkerIsAlive() throws Exception {
        UUID id = UUID.randomUUID();
        String tag = task + "/" + id;
        fixture.records.sessions.open(new NewSession(id, task, 1, 1, "scripted", null, ReapFixture.HOST, tag));
        ProcessBuilder builder = new ProcessBuilder("sleep", "3600");
        builder.environment().put(ProcessSupervisor.WORKER_VARIABLE, fixture.workers.id());
        builder.environment().put(ProcessSupervisor.RUN_VARIABLE, tag);
        Process running = builder.start();
        Seen.nothing(fixture.look(false, tag));

        fixture.records.sessions.abandonOpen(task, "taken over");
        fixture.longAgo(task);

        fixture.findsAndPutsRight(InconsistencyKind.ORPHAN_PROCESS, tag);
        assertThat(running.waitFor()).isEqualTo(137);
    }

    @Test
    void aDirectoryOfARunOfADeadWorkerIsRemoved() throws Exception {
        Files.createDirectories(fixture.directories.runs().resolve("dead").resolve("session"));

        fixture.findsAndPutsRight(InconsistencyKind.ORPHAN_RUN, "runs/dead");
    }

    @Test
    void onlyWorkspacesOfEndedTasksAreRemoved() throws Exception {
        String other = fixture.records.newTask();
        Files.createDirectories(fixture.directories.workspace(other));
        Path left = Files.createDirectories(fixture.directories.workspace(task));
        Path checks = Files.createDirectories(fixture.directories.checks(task));
        Seen.nothing(fixture.look(false, "workspaces/" + task));
        fixture.records.tasks.finish(task, new TaskResult("accepted", "none", "green", null, "none", ""));
        Seen.nothing(fixture.look(false, "workspaces/" + other));

        fixture.findsAndPutsRight(InconsistencyKind.ORPHAN_WORKSPACE, "workspaces/" + task);

        assertThat(left).doesNotExist();
        assertThat(checks).doesNotExist();
    }

    @Test
    void directoriesOfAPlanAreRemovedOnceItHasEnded() throws Exception {
        String plan = "plan-" + UUID.randomUUID();
        fixture.records.jdbc.sql("""
                        insert into plan (id, run_id, engine, title, host_id, request, status)
                        values (:id, 'r', 'e', 't', 'h', '{}', 'running')
                        """).param("id", plan).update();
        Path checks = Files.createDirectories(fixture.directories.checks(plan));
        Path integration = Files.createDirectories(fixture.directories.integration(plan));
        Seen.nothing(fixture.look(true, "checks/" + plan));
        fixture.records
                .jdbc
                .sql(
                        "update plan set status = 'failed', finished_at = clock_timestamp() - interval '1 hour' where id = :id")
                .param("id", plan)
                .update();

        fixture.findsAndPutsRight(InconsistencyKind.ORPHAN_WORKSPACE, "checks/" + plan);

        assertThat(checks).doesNotExist();
        assertThat(integration).exists();
    }

    @Test
    void aWorkspaceOfAnUnknownTaskIsLeftToAPerson() throws Exception {
        Path strange = Files.createDirectories(fixture.directories.workspace("of-another-database"));

        Seen.only(
                fixture.look(true, "workspaces/of-another-database"),
                InconsistencyKind.ORPHAN_WORKSPACE,
                Repair.BY_PERSON);

        assertThat(strange).exists();
    }

    private static Process process(String variable, String value) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("sleep", "3600");
        builder.environment().put(variable, value);
        return builder.start();
    }
}
