package dev.pawl.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.db.host.Hosts;
import dev.pawl.db.session.NewSession;
import dev.pawl.db.session.Opened;
import dev.pawl.db.session.SessionRow;
import dev.pawl.db.session.SessionUsage;
import dev.pawl.testing.Records;
import dev.pawl.workflows.activity.task.LastHeard;
import dev.pawl.workflows.activity.task.MoveTask;
import dev.pawl.workflows.activity.task.RegisterTask;
import dev.pawl.workflows.activity.task.TaskActivities;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A task whose host is lost moves to another one. */
class TaskHostsIT {
    private final String task = "task-" + UUID.randomUUID();
    private TaskFixture fixture;
    private Records records;
    private TaskActivities elsewhere;

    @BeforeEach
    void register(@TempDir Path home) {
        fixture = new TaskFixture(home);
        records = fixture.records;
        elsewhere = fixture.activitiesOf("elsewhere");
        fixture.activities.register(new RegisterTask(task, "run-1", TaskFixture.request("Make a calculator")));
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void theTaskMovesToAnotherHostAndLaterWritesOfTheLostHostAreRefused() {
        UUID session = UUID.randomUUID();
        Opened opened = records.sessions.open(
                new NewSession(session, task, 1, 1, "claude-code", null, "here", task + "/" + session));

        assertThat(elsewhere.move(new MoveTask(task, "here")).hostId()).isEqualTo("elsewhere");

        SessionRow row = records.sessions.find(session).orElseThrow();
        assertThat(row.status()).isEqualTo("abandoned");
        assertThat(row.reason()).isEqualTo("host here was lost");
        assertThat(records.sessions.current(session)).isFalse();
        assertThat(records.sessions.usage(session, opened.fence(), SessionUsage.NONE))
                .isFalse();
    }

    @Test
    void movingATaskIsIdempotent() {
        elsewhere.move(new MoveTask(task, "here"));

        assertThat(fixture.activitiesOf("third")
                        .move(new MoveTask(task, "here"))
                        .hostId())
                .isEqualTo("elsewhere");
        assertThat(records.tasks.find(task).orElseThrow().hostId()).isEqualTo("elsewhere");
    }

    @Test
    void theLastSignOfLifeOfAHostIsKnown() {
        String host = "host-" + UUID.randomUUID();
        assertThat(elsewhere.lastHeard(new LastHeard(host)).at()).isNull();
        Instant before = Instant.now().minusSeconds(5);

        new Hosts(records.jdbc).seen(host);

        assertThat(elsewhere.lastHeard(new LastHeard(host)).at())
                .isBetween(before, Instant.now().plusSeconds(5));
    }
}
