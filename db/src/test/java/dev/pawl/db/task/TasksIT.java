package dev.pawl.db.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pawl.db.event.Events;
import dev.pawl.db.testing.Samples;
import dev.pawl.db.testing.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;

class TasksIT {
    private static final TestDatabase DATABASE = TestDatabase.migrated();

    private final Tasks tasks = DATABASE.repositories().tasks();
    private final Events events = DATABASE.repositories().events();
    private final String id = Samples.taskId();

    @Test
    void registeringTwiceMakesOneTask() {
        assertThat(tasks.register(Samples.task(id))).isTrue();
        TaskRow first = row();
        assertThat(tasks.register(Samples.task(id))).isFalse();

        assertThat(row()).isEqualTo(first);
        assertThat(first.status()).isEqualTo("submitted");
        assertThat(first.createdAt())
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
    }

    @Test
    void everyFieldComesBackAsItWasGiven() {
        NewTask task = new NewTask(
                id,
                "run-1",
                "engine-1",
                "Größe \0 and more",
                "claude-code",
                "sonnet",
                "/home/ä b/repo",
                "in_place",
                "host-7",
                "{\"b\": 1,  \"a\": \"\\u0000\"}",
                Samples.HASH,
                List.of("one", "two, \"three\""));
        tasks.register(task);

        TaskRow row = row();
        assertThat(row.title()).isEqualTo("Größe \uFFFD and more");
        assertThat(row.request()).isEqualTo(task.request());
        assertThat(row.labels()).isEqualTo(task.labels());
        assertThat(List.of(row.agent(), String.valueOf(row.model()), row.workspaceMode(), String.valueOf(row.hostId())))
                .containsExactly("claude-code", "sonnet", "in_place", "host-7");
        assertThat(row.workspaceSource()).isEqualTo(task.workspaceSource());
        assertThat(row.promptRef()).isEqualTo(Samples.HASH);
        assertThat(row.engine()).isEqualTo("engine-1");
    }

    @Test
    void progressPreparationAndAssessmentMayBeRepeated() {
        tasks.register(Samples.task(id));
        for (int i = 0; i < 2; i++) {
            assertThat(tasks.progress(id, "running", 2, "agent", "try 1")).isTrue();
            assertThat(tasks.prepared(id, "base", List.of("left out: a.txt"))).isTrue();
            assertThat(tasks.assessed(id, "snap", 3, 20, 10, Samples.HASH)).isTrue();
        }

        TaskRow row = row();
        assertThat(List.of(row.status(), row.phase(), row.detail())).containsExactly("running", "agent", "try 1");
        assertThat(row.notes()).containsExactly("left out: a.txt");
        assertThat(row.baseSnapshot()).isEqualTo("base");
        assertThat(row.snapshot()).isEqualTo("snap");
        assertThat(List.of(row.iteration(), row.diffFiles(), row.diffAdded(), row.diffRemoved()))
                .containsExactly(2, 3, 20, 10);
    }

    @Test
    void theLastChangeOfATaskIsThatOfItsRowOrOfItsNewestEvent() {
        assertThat(tasks.lastChange(id)).isEmpty();
        tasks.register(Samples.task(id));
        assertThat(tasks.lastChange(id)).hasValue(row().updatedAt());

        events.append("one", id, "status_changed", "{}");

        assertThat(tasks.lastChange(id))
                .hasValue(events.after(id, 0, 1).getFirst().createdAt());
    }

    @Test
    void theFirstOutcomeWinsAndNothingChangesAFinishedTask() {
        tasks.register(Samples.task(id));
        tasks.assessed(id, "snap", 1, 1, 0, null);

        assertThat(tasks.finish(id, new TaskResult("partial", "limit", "no iterations left", null, "none", "")))
                .isTrue();
        TaskRow finished = row();
        assertThat(tasks.finish(id, new TaskResult("partial", "limit", "no iterations left", null, "none", "")))
                .isFalse();
        assertThat(tasks.finish(id, new TaskResult("failed", "internal", "late", "other", "none", "")))
                .isFalse();
        assertThat(tasks.progress(id, "running", 9, "agent", "late")).isFalse();
        assertThat(tasks.assessed(id, "late", 1, 1, 1, null)).isFalse();
        assertThat(tasks.prepared(id, "late", List.of())).isFalse();

        assertThat(row()).isEqualTo(finished);
        assertThat(finished.snapshot()).isEqualTo("snap");
        assertThat(finished.finishedAt()).isNotNull();
    }

    @Test
    void aNewRunOfAFinishedTaskOpensItAgain() {
        tasks.register(Samples.task(id));
        tasks.finish(id, new TaskResult("failed", "internal", "engine lost", null, "none", ""));
        NewTask first = Samples.task(id);
        NewTask reset = new NewTask(
                id,
                "run-2",
                "engine-2",
                first.title(),
                "command",
                null,
                null,
                "isolated",
                "host-2",
                "{}",
                null,
                List.of());

        assertThat(tasks.register(reset)).isFalse();

        TaskRow row = row();
        assertThat(List.of(row.runId(), row.engine(), row.status(), row.cause(), String.valueOf(row.hostId())))
                .containsExactly("run-2", "engine-2", "running", "none", "host-1");
        assertThat(row.finishedAt()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"error", "done", "ACCEPTED", ""})
    void theDatabaseRefusesAnUnknownStatus(String status) {
        tasks.register(Samples.task(id));

        assertThatThrownBy(() -> tasks.progress(id, status, 1, "", ""))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> tasks.finish(id, new TaskResult(status, "none", "", null, "none", "")))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(row().status()).isEqualTo("submitted");
    }

    @Test
    void aFinalStatusNeedsAnEndAndAnEndAFinalStatus() {
        tasks.register(Samples.task(id));

        assertThatThrownBy(() -> tasks.progress(id, "accepted", 1, "", ""))
                .hasMessageContaining("task_finished_means_final");
        assertThatThrownBy(() -> tasks.finish(id, new TaskResult("running", "none", "", null, "none", "")))
                .hasMessageContaining("task_finished_means_final");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "../x", "a/b", "-x", "a b", "ä"})
    void anIdThatCouldNotNameADirectoryIsRefused(String unsafe) {
        assertThatThrownBy(() -> tasks.register(Samples.task(unsafe)))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void aReferenceThatIsNotASha256IsRefused() {
        tasks.register(Samples.task(id));

        assertThatThrownBy(() -> tasks.assessed(id, "snap", 1, 1, 0, Samples.HASH.toUpperCase(Locale.ROOT)))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void unknownTasksAreFoundNowhere() {
        assertThat(tasks.find("nobody")).isEmpty();
        assertThat(tasks.progress("nobody", "running", 1, "", "")).isFalse();
        assertThat(tasks.finish("nobody", new TaskResult("failed", "none", "", null, "none", "")))
                .isFalse();
        assertThat(tasks.totals("nobody").sessions()).isZero();
    }

    private TaskRow row() {
        return tasks.find(id).orElseThrow();
    }
}
