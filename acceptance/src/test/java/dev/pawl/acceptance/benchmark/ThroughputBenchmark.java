package dev.pawl.acceptance.benchmark;

import com.google.protobuf.util.Timestamps;
import dev.pawl.acceptance.stack.LocalStack;
import dev.pawl.acceptance.stack.Tasks;
import dev.pawl.api.v1.AgentSpec;
import dev.pawl.api.v1.Limits;
import dev.pawl.api.v1.Task;
import dev.pawl.api.v1.TaskSpec;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.workflow.v1.WorkflowExecutionInfo;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionRequest;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Prints what a whole task of a trivial agent costs beside a bare workflow of three activities on the same engine, alone
 * and {@value #AT_ONCE} at once; asserts nothing. Not part of the build; run it like {@link CoreBenchmark}.
 */
class ThroughputBenchmark {
    private static final int WARM_UP = 5;
    private static final int TIMES = 20;
    private static final int AT_ONCE = 100;

    @Test
    void whatATaskCostsBesideABareWorkflow() throws Exception {
        try (LocalStack stack = LocalStack.started();
                BareWorkflow bare = new BareWorkflow(stack.engineConnection())) {
            Tasks tasks = new Tasks(stack);
            String taskId = alone(tasks, bare);
            history(stack, taskId);
            atOnce(tasks, bare);
        }
    }

    /** By turns, since the speed of a shared machine varies. */
    private static String alone(Tasks tasks, BareWorkflow bare) throws Exception {
        List<Double> without = new ArrayList<>();
        List<Double> whole = new ArrayList<>();
        String taskId = "";
        for (int i = 0; i < WARM_UP + TIMES; i++) {
            double millis = millisOf(() -> {
                bare.run();
                return "";
            });
            Task task = tasks.run(trivial());
            taskId = task.getId();
            if (i >= WARM_UP) {
                without.add(millis);
                whole.add(millis(task));
            }
        }
        System.out.printf(
                Locale.ROOT,
                "alone: bare workflow %.0f ms, whole task %.0f ms, %.2f x (target 2.5)%n",
                percentile(without, 50),
                percentile(whole, 50),
                percentile(whole, 50) / percentile(without, 50));
        return taskId;
    }

    private static void history(LocalStack stack, String taskId) {
        WorkflowServiceStubs engine = WorkflowServiceStubs.newServiceStubs(stack.engineConnection());
        try {
            WorkflowExecutionInfo info = engine.blockingStub()
                    .describeWorkflowExecution(DescribeWorkflowExecutionRequest.newBuilder()
                            .setNamespace("default")
                            .setExecution(WorkflowExecution.newBuilder().setWorkflowId(taskId))
                            .build())
                    .getWorkflowExecutionInfo();
            System.out.printf(
                    Locale.ROOT,
                    "history of a task of one iteration: %d events, %.1f KB (target 10)%n",
                    info.getHistoryLength(),
                    info.getHistorySizeBytes() / 1000.0);
        } finally {
            engine.shutdownNow();
        }
    }

    private static void atOnce(Tasks tasks, BareWorkflow bare) throws Exception {
        List<Double> without = new ArrayList<>();
        double bareSeconds;
        double seconds;
        List<Double> whole = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            long began = System.nanoTime();
            List<Future<Double>> runs = all(
                    threads,
                    () -> millisOf(() -> {
                        bare.run();
                        return "";
                    }));
            for (Future<Double> run : runs) {
                without.add(run.get());
            }
            bareSeconds = (System.nanoTime() - began) / 1e9;
            began = System.nanoTime();
            List<Future<String>> submitted = all(threads, () -> tasks.submit(trivial()));
            for (Future<String> task : submitted) {
                whole.add(millis(tasks.finished(task.get())));
            }
            seconds = (System.nanoTime() - began) / 1e9;
        }
        print("bare workflows", without, bareSeconds);
        print("whole tasks", whole, seconds);
        System.out.printf(Locale.ROOT, "throughput: %.2f x bare (target 0.4)%n", bareSeconds / seconds);
    }

    private static <T> List<Future<T>> all(ExecutorService threads, Callable<T> work) {
        return IntStream.range(0, AT_ONCE).mapToObj(i -> threads.submit(work)).toList();
    }

    private static void print(String what, List<Double> millis, double seconds) {
        System.out.printf(
                Locale.ROOT,
                "%d %s at once: %.1f/s, p50 %.1f s, p99 %.1f s, %.1f x (target 2)%n",
                AT_ONCE,
                what,
                AT_ONCE / seconds,
                percentile(millis, 50) / 1000,
                percentile(millis, 99) / 1000,
                percentile(millis, 99) / percentile(millis, 50));
    }

    private static TaskSpec.Builder trivial() {
        return TaskSpec.newBuilder()
                .setTitle("Trivial")
                .setPrompt("Write x.")
                .setAgent(AgentSpec.newBuilder()
                        .setName("command")
                        .addCommand("sh")
                        .addCommand("-c")
                        .addCommand("echo x > x"))
                .addFiles("x")
                .setInteractive(false)
                .setLimits(Limits.newBuilder().setIterations(1));
    }

    /** By the database's clock. */
    private static double millis(Task task) {
        return (Timestamps.toNanos(task.getFinishedAt()) - Timestamps.toNanos(task.getCreatedAt())) / 1e6;
    }

    private static <T> double millisOf(Callable<T> work) throws Exception {
        long start = System.nanoTime();
        work.call();
        return (System.nanoTime() - start) / 1e6;
    }

    private static double percentile(List<Double> millis, int percent) {
        List<Double> sorted = millis.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }
}
