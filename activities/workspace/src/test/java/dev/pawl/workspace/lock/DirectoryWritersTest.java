package dev.pawl.workspace.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pawl.workflows.activity.workspace.Delivered;
import dev.pawl.workflows.model.request.DeliverMode;
import dev.pawl.workspace.delivery.DeliverySpec;
import dev.pawl.workspace.delivery.ResultDelivery;
import dev.pawl.workspace.directory.Given;
import dev.pawl.workspace.directory.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryWritersTest {
    private static final Executor THREADS = task -> Thread.ofPlatform().start(task);

    @TempDir
    Path root;

    @Test
    void twoTasksNeverWriteToOneDirectoryAtOnce() {
        Given given = new Given(root).plain();
        AtomicInteger writing = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();

        List<CompletableFuture<Void>> tasks = IntStream.range(0, 4)
                .mapToObj(task -> CompletableFuture.runAsync(
                        () -> {
                            // Each as in a separate worker that shares the host and the database.
                            DirectoryWriters writers =
                                    new DirectoryWriters(given.host, given.locks, Duration.ofSeconds(30));
                            writers.write(given.source, "t" + task, DeliveryWatch.NONE, () -> {
                                most.accumulateAndGet(writing.incrementAndGet(), Math::max);
                                return writing.decrementAndGet();
                            });
                        },
                        THREADS))
                .toList();

        tasks.forEach(CompletableFuture::join);
        assertThat(most).hasValue(1);
    }

    @Test
    void twoTasksThatFinishTogetherBothDeliver() {
        Given given = new Given(root).repository();
        List<String> snapshots = new ArrayList<>();
        for (String task : List.of("t1", "t2")) {
            Workspace workspace = given.workspaces.prepare(task, given.isolated());
            Given.sh(workspace.directory(), "echo %s > %s.txt".formatted(task, task));
            snapshots.add(workspace.snapshot("s").commit());
        }

        List<CompletableFuture<Delivered>> deliveries = IntStream.range(0, 2)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> new ResultDelivery(given.workspaces)
                                .deliver(
                                        "t" + (i + 1),
                                        new DeliverySpec(DeliverMode.APPLY, null, "Title"),
                                        snapshots.get(i),
                                        DeliveryWatch.NONE),
                        THREADS))
                .toList();

        assertThat(deliveries)
                .allSatisfy(delivery -> assertThat(delivery.join().done()).isTrue());
        assertThat(given.source.resolve("t1.txt")).hasContent("t1");
        assertThat(given.source.resolve("t2.txt")).hasContent("t2");
    }

    @Test
    void anAgentThatWorksInTheDirectoryIsWaitedForNoLongerThanSaid() {
        Given given = new Given(root).plain();
        given.workspaces.prepare("in-place", given.inPlace());
        DirectoryWriters writers = new DirectoryWriters(given.host, given.locks, Duration.ofMillis(300));
        List<String> said = new ArrayList<>();
        DeliveryWatch watch = new DeliveryWatch() {
            @Override
            public void check() {}

            @Override
            public void waiting(String why) {
                said.add(why);
            }
        };

        assertThatThrownBy(() -> writers.write(given.source, "t1", watch, () -> true))
                .isInstanceOf(DirectoryBusyException.class)
                .hasMessageContaining("task in-place writes to " + given.source);
        assertThat(said).containsExactly("waits for task in-place, which writes to " + given.source);
    }

    @Test
    void anInPlaceTaskWaitsForADeliveryThatIsUnderWay() throws Exception {
        Given given = new Given(root).plain();
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        CompletableFuture<Boolean> delivery = CompletableFuture.supplyAsync(
                () -> given.workspaces.writers().write(given.source, "t1", DeliveryWatch.NONE, () -> {
                    writing.countDown();
                    return await(finish);
                }),
                THREADS);
        assertThat(writing.await(10, TimeUnit.SECONDS)).isTrue();

        CompletableFuture<Workspace> prepared =
                CompletableFuture.supplyAsync(() -> given.workspaces.prepare("t2", given.inPlace()), THREADS);
        assertThat(prepared).isNotDone();
        finish.countDown();

        assertThat(delivery.join()).isTrue();
        assertThat(prepared.get(30, TimeUnit.SECONDS).directory()).isEqualTo(given.source);
    }

    @Test
    void anInPlaceTaskDoesNotBeginWhileADeliveryStillWrites() {
        Given given = new Given(root).plain();
        DirectoryWriters writers = new DirectoryWriters(given.host, given.locks, Duration.ofMillis(200));

        try (DirectoryLock delivery =
                DirectoryLock.take(given.host, given.source).orElseThrow()) {
            assertThatThrownBy(() -> writers.hold(given.source, "t2"))
                    .isInstanceOf(DirectoryBusyException.class)
                    .hasMessageContaining(given.source.toString());
        }
        assertThat(writers.hold(given.source, "t2")).isEmpty();
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
