package dev.pawl.db.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.db.event.Events;
import dev.pawl.db.task.TaskMarks;
import dev.pawl.db.task.Tasks;
import dev.pawl.db.testing.Samples;
import dev.pawl.db.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TaskNotificationsIT {
    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration SILENCE = Duration.ofMillis(50);

    private final Tasks tasks = DATABASE.repositories().tasks();
    private final Events events = DATABASE.repositories().events();
    private final TaskMarks marks = new TaskMarks(DATABASE.jdbc());
    private final String task = Samples.taskId();

    @Test
    void everyChangeThatAWatcherSeesIsNotified() throws SQLException {
        try (TaskNotifications notifications = TaskNotifications.listen(DATABASE.dataSource())) {
            tasks.register(Samples.task(task));
            assertThat(notifications.await(SOON)).containsOnly(task);

            tasks.progress(task, "running", 1, "agent", "");
            assertThat(notifications.await(SOON)).containsOnly(task);

            events.append("a", task, "status_changed", "{}");
            assertThat(notifications.await(SOON)).containsOnly(task);

            assertThat(notifications.await(SILENCE)).isEmpty();
        }
    }

    @Test
    void aRolledBackChangeIsNotNotified() throws SQLException {
        tasks.register(Samples.task(task));
        try (TaskNotifications notifications = TaskNotifications.listen(DATABASE.dataSource())) {
            DATABASE.transactions().executeWithoutResult(status -> {
                events.append("a", task, "status_changed", "{}");
                status.setRollbackOnly();
            });

            assertThat(notifications.await(SILENCE)).isEmpty();
        }
    }

    @Test
    void aMarkDiffersOnceATaskHasChanged() {
        tasks.register(Samples.task(task));
        Map<String, String> before = marks.of(List.of(task, "nobody"));
        assertThat(before).containsOnlyKeys(task).isEqualTo(marks.of(List.of(task)));

        events.append("a", task, "status_changed", "{}");

        assertThat(marks.of(List.of(task)).get(task)).isNotEqualTo(before.get(task));
        assertThat(marks.of(List.of())).isEmpty();
    }
}
