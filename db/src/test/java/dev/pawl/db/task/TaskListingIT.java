package dev.pawl.db.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pawl.db.testing.Samples;
import dev.pawl.db.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TaskListingIT {
    private static final TestDatabase DATABASE = TestDatabase.migrated();

    private final Tasks tasks = DATABASE.repositories().tasks();

    @BeforeEach
    void registerFive() {
        register("calc-1", "Calculator", List.of("python"));
        register("calc-2", "Calculator again", List.of("python", "nightly"));
        register("csv-1", "Average of a CSV", List.of());
        register("csv-2", "100% of_it", List.of("nightly"));
        register("docs-1", "Write docs", List.of());
        tasks.finish("calc-1", new TaskResult("accepted", "none", "proven", null, "none", ""));
    }

    @AfterEach
    void forget() {
        DATABASE.jdbc().sql("delete from task").update();
    }

    @Test
    void pagesAreNewestFirstAndCoverEveryTaskOnce() {
        List<String> seen = new ArrayList<>();
        String token = null;
        do {
            TaskPage page = tasks.list(TaskFilter.ALL, 2, token);
            seen.addAll(ids(page));
            token = page.nextPageToken();
        } while (token != null);

        assertThat(seen).containsExactly("docs-1", "csv-2", "csv-1", "calc-2", "calc-1");
    }

    @Test
    void aTaskThatComesInBetweenMovesNoPage() {
        TaskPage first = tasks.list(TaskFilter.ALL, 2, null);
        register("late-1", "Late", List.of());

        assertThat(ids(tasks.list(TaskFilter.ALL, 2, first.nextPageToken()))).containsExactly("csv-1", "calc-2");
    }

    @Test
    void filtersRestrictByStatusLabelAndTextInAnyCase() {
        assertThat(list("accepted", null, null)).containsExactly("calc-1");
        assertThat(list(null, "nightly", null)).containsExactly("csv-2", "calc-2");
        assertThat(list(null, null, "CALC")).containsExactly("calc-2", "calc-1");
        assertThat(list(null, null, "0% of_")).containsExactly("csv-2");
        assertThat(list("submitted", "nightly", "again")).containsExactly("calc-2");
        assertThat(list("failed", null, null)).isEmpty();
    }

    @Test
    void aTokenThatNoPageGaveIsRefused() {
        for (String token : List.of("", "x", "%%%", "bm8gdGltZQ", "MTk3MC0wMS0wMVQwMDowMDowMFo")) {
            assertThatThrownBy(() -> tasks.list(TaskFilter.ALL, 2, token))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("not a page token");
        }
        assertThatThrownBy(() -> tasks.list(TaskFilter.ALL, 0, null)).hasMessageContaining("1 to 1000");
    }

    @Test
    void theClosestIdsAreThoseThatWereMeant() {
        assertThat(tasks.closestIds("calc", 2)).containsExactlyInAnyOrder("calc-1", "calc-2");
        assertThat(tasks.closestIds("cvs-2", 1)).containsExactly("csv-2");
        assertThat(tasks.closestIds("x".repeat(100_000), 10)).hasSize(5);
    }

    private List<String> list(@Nullable String status, @Nullable String label, @Nullable String text) {
        return ids(tasks.list(new TaskFilter(status, label, text), 10, null));
    }

    private static List<String> ids(TaskPage page) {
        return page.tasks().stream().map(TaskRow::id).toList();
    }

    private void register(String id, String title, List<String> labels) {
        NewTask plain = Samples.task(id);
        tasks.register(new NewTask(
                id,
                plain.runId(),
                plain.engine(),
                title,
                plain.agent(),
                null,
                null,
                "isolated",
                null,
                "{}",
                null,
                labels));
    }
}
