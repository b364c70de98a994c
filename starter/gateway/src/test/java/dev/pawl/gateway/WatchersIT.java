package dev.pawl.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.TaskServiceGrpc;
import dev.pawl.api.v1.TaskServiceGrpc.TaskServiceBlockingStub;
import dev.pawl.api.v1.WatchTaskRequest;
import dev.pawl.api.v1.WatchTaskResponse;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Many watches of idle tasks cost next to nothing, none is dropped, and an event reaches all. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WatchersIT {
    private static final int WATCHERS = 1000;
    private static final Duration SOON = Duration.ofSeconds(60);

    /** One heartbeat each. */
    private static final Duration MEASURED = Duration.ofSeconds(30);

    private GatewayUnderTest gateway;
    private PawlClient client;

    @BeforeAll
    void start(@TempDir Path directory) throws IOException {
        gateway = new GatewayUnderTest(directory);
        client = gateway.client();
    }

    @AfterAll
    void stop() throws IOException {
        client.close();
        gateway.close();
    }

    @Test
    void aThousandWatchersOfOneSilentTaskAreNotDroppedAndAllHearOfAnEvent() throws InterruptedException {
        String task = waitingTask();
        List<Watcher> watchers = silence("1,000 watchers of one silent task", i -> task);

        long said = System.nanoTime();
        gateway.rows().events().append("news", task, "status_changed", "{}");
        report("an event to 1,000 watchers of one task", said, watchers);

        assertThat(undisturbed(watchers)).isTrue();
    }

    @Test
    void aThousandWatchersOfAThousandSilentTasksAreNotDroppedAndEachHearsOfItsEvent() throws InterruptedException {
        List<String> tasks = new ArrayList<>();
        for (int i = 0; i < WATCHERS; i++) {
            tasks.add(waitingTask());
        }
        List<Watcher> watchers = silence("1,000 watchers of 1,000 silent tasks", tasks::get);

        for (int i = 0; i < 5; i++) {
            Watcher one = watchers.get(i * 199);
            long said = System.nanoTime();
            gateway.rows().events().append("news", one.task, "status_changed", "{}");
            report("an event to the watcher of one task of 1,000", said, List.of(one));
        }

        assertThat(undisturbed(watchers)).isTrue();
    }

    private String waitingTask() {
        String task = "t-" + UUID.randomUUID();
        new SeededTask(task, gateway.rows(), gateway.content()).store();
        return task;
    }

    private List<Watcher> watch(IntFunction<String> task) {
        TaskServiceBlockingStub calls = client.streams();
        List<Watcher> watchers = new ArrayList<>();
        for (int i = 0; i < WATCHERS; i++) {
            Watcher watcher = new Watcher(task.apply(i));
            long after = gateway.rows().events().last(watcher.task);
            TaskServiceGrpc.newStub(calls.getChannel())
                    .withCallCredentials(calls.getCallOptions().getCredentials())
                    .watchTask(
                            WatchTaskRequest.newBuilder()
                                    .setTaskId(watcher.task)
                                    .setAfterSequence(after)
                                    .build(),
                            watcher);
            watchers.add(watcher);
        }
        await().atMost(SOON).until(() -> watchers.stream().allMatch(watcher -> watcher.reports.get() > 0));
        return watchers;
    }

    private static void report(String what, long said, List<Watcher> watchers) throws InterruptedException {
        for (Watcher watcher : watchers) {
            assertThat(watcher.heard.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }
        long[] delays = watchers.stream()
                .mapToLong(watcher -> (watcher.at.get() - said) / 1_000_000)
                .sorted()
                .toArray();
        System.out.printf("%s: median %d ms, last %d ms%n", what, delays[delays.length / 2], delays[delays.length - 1]);
    }

    /** Client and server share this JVM, so both are in the figure. */
    private List<Watcher> silence(String what, IntFunction<String> task) {
        long before = heldBytes();
        List<Watcher> watchers = watch(task);
        long held = heldBytes() - before;
        long jvm = jvmNanos();
        Duration database = databaseCpu();
        await().during(MEASURED).atMost(MEASURED.plus(SOON)).until(() -> undisturbed(watchers));
        System.out.printf(
                "%s: JVM %.3f, PostgreSQL %.3f CPU-s a second, %d MiB of heap%n",
                what,
                (jvmNanos() - jvm) / 1e9 / MEASURED.toSeconds(),
                databaseCpu().minus(database).toMillis() / 1e3 / MEASURED.toSeconds(),
                held >> 20);
        return watchers;
    }

    private static long heldBytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static boolean undisturbed(List<Watcher> watchers) {
        return watchers.stream().allMatch(watcher -> watcher.ends.get() == 0);
    }

    private static Duration databaseCpu() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").endsWith("/postgres"))
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static long jvmNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static final class Watcher implements StreamObserver<WatchTaskResponse> {
        private final String task;
        private final AtomicInteger reports = new AtomicInteger();
        private final AtomicInteger ends = new AtomicInteger();
        private final AtomicLong at = new AtomicLong();
        private final CountDownLatch heard = new CountDownLatch(1);

        Watcher(String task) {
            this.task = task;
        }

        @Override
        public void onNext(WatchTaskResponse response) {
            if (response.hasEvent()) {
                at.set(System.nanoTime());
                heard.countDown();
            } else {
                reports.incrementAndGet();
            }
        }

        @Override
        public void onError(Throwable dropped) {
            ends.incrementAndGet();
        }

        @Override
        public void onCompleted() {
            ends.incrementAndGet();
        }
    }
}
