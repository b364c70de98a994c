package dev.pawl.task.collect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.db.content.ContentReferences;
import dev.pawl.db.content.LocalContentStore;
import dev.pawl.db.retention.Retention;
import dev.pawl.host.directory.HostDirectories;
import dev.pawl.testing.Records;
import dev.pawl.workflows.activity.collect.Collect;
import dev.pawl.workflows.activity.collect.Collected;
import dev.pawl.workflows.model.upkeep.CollectedKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The collection of tasks in every status, on a real database. */
class CollectIT {
    private static final Duration DAYS = Duration.ofDays(10);
    private static final RetentionPolicy POLICY = new RetentionPolicy(DAYS, DAYS, DAYS.multipliedBy(2));

    @TempDir
    Path home;

    private final Records records = new Records();
    private final Retention retention = new Retention(records.jdbc);
    private HostDirectories directories;
    private LocalContentStore contents;
    private HostCollectActivitiesImpl host;

    /** Tasks of other tests in this JVM that have not ended keep all contents. */
    @BeforeEach
    void start() {
        directories = new HostDirectories(home);
        contents = new LocalContentStore(directories.content());
        host = new HostCollectActivitiesImpl(directories, retention, new ContentReferences(records.jdbc), POLICY);
        records.jdbc
                .sql("update task set status = 'cancelled', finished_at = clock_timestamp() where finished_at is null")
                .update();
    }

    @AfterEach
    void end() {
        records.jdbc
                .sql("update task set status = 'cancelled', finished_at = clock_timestamp() where finished_at is null")
                .update();
    }

    @ParameterizedTest
    @ValueSource(strings = {"submitted", "running", "waiting", "paused", "parked"})
    void everythingOfATaskThatHasNotEndedIsKept(String status) throws IOException {
        String task = task(60, null, status);
        String sinceItBegan = content("in its history", 50);
        String older = content("of nobody", 70);
        Path shadow = shadow(task);

        List<Collected> collected = collect(false);

        assertThat(contents.read(sinceItBegan, 99)).asString(UTF_8).isEqualTo("in its history");
        assertThat(place(older)).doesNotExist();
        assertThat(shadow).exists();
        assertThat(figure(collected, CollectedKind.CONTENT)).isEqualTo(1);
        assertThat(figure(collected, CollectedKind.SNAPSHOTS)).isZero();
        assertThat(retention.forget(task, Duration.ZERO)).isFalse();
    }

    @Test
    void onlySnapshotsOfTasksThatEndedLongAgoAreRemoved() throws IOException {
        Path old = shadow(task(60, 11, "accepted"));
        Path fresh = shadow(task(60, 9, "accepted"));
        Path unknown = shadow("nobody-knows-it");

        assertThat(figure(collect(true), CollectedKind.SNAPSHOTS)).isEqualTo(1);
        assertThat(old).exists();
        assertThat(figure(collect(false), CollectedKind.SNAPSHOTS)).isEqualTo(1);
        assertThat(figure(collect(false), CollectedKind.SNAPSHOTS)).isZero();

        assertThat(old).doesNotExist();
        assertThat(fresh).exists();
        assertThat(unknown).exists();
    }

    @Test
    void repositoriesOfAPlanGoLongAfterItsEndAndItsTasksKeepAllUntilThen() throws IOException {
        String task = task(60, 30, "accepted");
        Path results = shadow(task);
        String open = plan(null);
        records.jdbc
                .sql("insert into plan_package (plan_id, id, position, request) values (:plan, 'p', 0, '{}')")
                .param("plan", open)
                .update();
        records.jdbc.sql("""
                        insert into plan_attempt (plan_id, package_id, number, task_id, started_at)
                        values (:plan, 'p', 1, :task, clock_timestamp())
                        """).param("plan", open).param("task", task).update();
        Path kept = repositories(open);
        Path old = repositories(plan(11));
        Path fresh = repositories(plan(9));

        assertThat(figure(collect(true), CollectedKind.PLANS)).isEqualTo(2);
        assertThat(old).exists();
        collect(false);

        assertThat(old).doesNotExist();
        assertThat(fresh).exists();
        assertThat(kept).exists();
        assertThat(results).exists();
        assertThat(retention.ended(POLICY.tasks(), List.of("here"), 100)).doesNotContain(task);
        assertThat(retention.forget(task, POLICY.tasks())).isFalse();
        assertThat(retention.oldestOpen()).isPresent();

        records.jdbc
                .sql("update plan set status = 'accepted', finished_at = clock_timestamp() where id = :id")
                .param("id", open)
                .update();
        assertThat(figure(collect(false), CollectedKind.SNAPSHOTS)).isEqualTo(1);
        assertThat(kept).exists();
    }

    @Test
    void rowsOfAPlanThatEndedLongAgoAreRemovedOnceItsHostAnswers() {
        String old = plan(500);
        String fresh = plan(9);

        assertThat(retention.endedPlans(POLICY.tasks(), List.of("elsewhere"), 100))
                .doesNotContain(old);
        assertThat(retention.endedPlans(POLICY.tasks(), List.of("here"), 100))
                .contains(old)
                .doesNotContain(fresh);
        assertThat(retention.forgetPlan(fresh, POLICY.tasks())).isFalse();
        assertThat(retention.forgetPlan(old, POLICY.tasks())).isTrue();

        assertThat(records.plans.find(old)).isEmpty();
        assertThat(records.plans.find(fresh)).isPresent();
    }

    private Path repositories(String plan) throws IOException {
        Files.createDirectories(directories.shadow(plan));
        return Files.createDirectories(directories.integration(plan).resolve(".git"));
    }

    private String plan(@Nullable Integer endedDaysAgo) {
        String id = "plan-" + UUID.randomUUID();
        records.jdbc
                .sql("""
                        insert into plan (id, run_id, engine, title, host_id, request, status, created_at, finished_at)
                        values (:id, 'r', 'e', 't', 'here', '{}', :status, clock_timestamp() - interval '60 days',
                                clock_timestamp() - make_interval(days => :days))
                        """)
                .param("id", id)
                .param("status", endedDaysAgo == null ? "running" : "accepted")
                .param("days", endedDaysAgo, Types.INTEGER)
                .update();
        return id;
    }

    @Test
    void contentsOfAHomeThatAnotherDatabaseUsesAreKept() throws IOException {
        String content = content("of the other", 59);
        Path other = Files.createDirectories(directories.content().resolve("databases"))
                .resolve("other");
        Files.writeString(other, "");

        assertThat(figure(collect(false), CollectedKind.CONTENT)).isZero();
        assertThat(place(content)).exists();

        Files.delete(other);
        assertThat(figure(collect(false), CollectedKind.CONTENT)).isEqualTo(1);
        assertThat(place(content)).doesNotExist();
    }

    @Test
    void contentsAreKeptAsLongAsARowRefersToThem() throws IOException {
        String task = task(60, 30, "accepted");
        String prompt = content("prompt", 59);
        String inputs = content("named in the inputs of a decision", 59);
        records.iterations.begin(task, 1, prompt, null);
        records.jdbc
                .sql("""
                        insert into decision (task_id, number, round, iteration, decided_by, type, reasons, policy_version,
                                              inputs)
                        values (:id, 1, 'r/1', 1, 'policy', 'accept', '{}', '1', cast(:inputs as json))
                        """)
                .param("id", task)
                .param("inputs", "{\"patch\":{\"sha256\":\"%s\",\"size\":6}}".formatted(inputs))
                .update();

        collect(false);

        assertThat(contents.read(prompt, 99)).asString(UTF_8).isEqualTo("prompt");
        assertThat(contents.read(inputs, 99)).isNotEmpty();

        assertThat(retention.ended(POLICY.tasks(), List.of("elsewhere"), 100)).doesNotContain(task);
        assertThat(retention.ended(POLICY.tasks(), List.of("here"), 100)).contains(task);
        assertThat(retention.forget(task, POLICY.tasks())).isTrue();
        collect(false);

        assertThat(records.tasks.find(task)).isEmpty();
        assertThat(place(prompt)).doesNotExist();
        assertThat(place(inputs)).doesNotExist();
    }

    private List<Collected> collect(boolean dryRun) {
        return host.collect(new Collect(dryRun), () -> {}).collected();
    }

    private static long figure(List<Collected> collected, CollectedKind kind) {
        return collected.stream()
                .filter(one -> one.kind() == kind)
                .mapToLong(Collected::count)
                .sum();
    }

    private String task(int begunDaysAgo, @Nullable Integer endedDaysAgo, String status) {
        String task = records.newTask();
        records.jdbc
                .sql("""
                        update task set status = :status,
                            created_at = clock_timestamp() - make_interval(days => :begun),
                            finished_at = clock_timestamp() - make_interval(days => cast(:ended as int))
                        where id = :id
                        """)
                .param("status", status)
                .param("begun", begunDaysAgo)
                .param("ended", endedDaysAgo)
                .param("id", task)
                .update();
        return task;
    }

    private Path shadow(String task) throws IOException {
        Path shadow = Files.createDirectories(directories.shadow(task).resolve("objects"));
        Files.writeString(shadow.resolve("pack"), "objects");
        return directories.shadow(task);
    }

    private String content(String text, int daysAgo) throws IOException {
        String sha256 = contents.put(text.getBytes(UTF_8)).sha256();
        Files.setLastModifiedTime(place(sha256), FileTime.from(Instant.now().minus(Duration.ofDays(daysAgo))));
        return sha256;
    }

    private Path place(String sha256) {
        return directories.content().resolve(sha256.substring(0, 2)).resolve(sha256.substring(2));
    }
}
