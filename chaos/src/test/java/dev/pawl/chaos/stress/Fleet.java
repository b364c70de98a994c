package dev.pawl.chaos.stress;

import dev.pawl.chaos.audit.Audit;
import dev.pawl.chaos.audit.Observed;
import dev.pawl.chaos.stack.PartsSite;
import dev.pawl.chaos.work.ChaosTask;
import dev.pawl.chaos.work.Scenario;
import dev.pawl.db.session.SessionRow;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/** Concurrent tasks on two workers of one host, and their results. */
final class Fleet {
    private static final Duration READY = Duration.ofMinutes(2);

    private final PartsSite site;
    private final Kills kills;
    private final List<ChaosTask> tasks;
    private Duration took = Duration.ZERO;
    private List<Ended> ended = List.of();

    private Fleet(PartsSite site, int size, int mostKills) {
        this.site = site;
        this.kills = new Kills(site, mostKills, ThreadLocalRandom.current());
        this.tasks = IntStream.range(0, size)
                .mapToObj(i -> new ChaosTask(site, Scenario.LIGHT))
                .toList();
    }

    static Fleet undisturbed(PartsSite site, int size, Duration bound) {
        Fleet fleet = new Fleet(site, size, 0);
        fleet.run(bound);
        return fleet;
    }

    static Fleet withKills(PartsSite site, int size, int mostKills, Duration bound) {
        Fleet fleet = new Fleet(site, size, mostKills);
        fleet.run(bound);
        return fleet;
    }

    private void run(Duration bound) {
        site.awaitReady(READY);
        Instant began = Instant.now();
        // A thousand starts take minutes, in which the first tasks run already and workers are killed.
        CompletableFuture<Void> starting = CompletableFuture.runAsync(() -> tasks.forEach(ChaosTask::start));
        Deque<ChaosTask> open = new ArrayDeque<>(tasks);
        while (!Thread.currentThread().isInterrupted() && !allEnded(open)) {
            if (starting.isCompletedExceptionally()) {
                starting.join();
            }
            if (Duration.between(began, Instant.now()).compareTo(bound) > 0) {
                throw new AssertionError("%d of %d tasks have not ended after %s"
                        .formatted(
                                open.stream()
                                        .filter(task -> !task.rows().finished())
                                        .count(),
                                tasks.size(),
                                bound));
            }
            if (underWay()) {
                kills.nextIfDue();
            }
            Kills.pause();
        }
        took = Duration.between(began, Instant.now());
        ended = tasks.stream().map(task -> Ended.of(Observed.of(site, task))).toList();
    }

    private boolean underWay() {
        return tasks.stream()
                .anyMatch(task -> !task.control().ledger().agentStarts().isEmpty());
    }

    /** Asks about the first one only until it has ended: asking about all would be a load of its own. */
    private boolean allEnded(Deque<ChaosTask> open) {
        while (!open.isEmpty() && open.getFirst().rows().finished() && closed(open.getFirst())) {
            open.removeFirst();
        }
        return open.isEmpty();
    }

    private boolean closed(ChaosTask task) {
        return site.engine().newUntypedWorkflowStub(task.id()).describe().getStatus()
                != WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING;
    }

    /** Violations of any of them. */
    List<String> wrong() {
        return ended.stream().flatMap(task -> task.wrong().stream()).toList();
    }

    double millisPerTask() {
        return (double) took.toMillis() / tasks.size();
    }

    String figures() {
        return "%d tasks in %.1f s, worker killed %d times, %d sessions (%d abandoned, %d of them before a word was stored), tokens said %d, stored %d"
                .formatted(
                        tasks.size(),
                        took.toMillis() / 1000.0,
                        kills.count(),
                        sum(Ended::sessions),
                        sum(Ended::abandoned),
                        sum(Ended::unheard),
                        sum(Ended::said),
                        sum(Ended::stored));
    }

    private long sum(ToLongFunction<Ended> figure) {
        return ended.stream().mapToLong(figure).sum();
    }

    /**
     * What is kept of an ended task: the rows of a thousand would not fit into memory.
     *
     * @param unheard sessions that were abandoned before any spending was stored
     * @param said tokens that its agents reported
     * @param stored tokens of its sessions
     */
    private record Ended(List<String> wrong, long sessions, long abandoned, long unheard, long said, long stored) {
        static Ended of(Observed task) {
            List<SessionRow> abandoned = task.sessions().stream()
                    .filter(session -> session.status().equals("abandoned"))
                    .toList();
            return new Ended(
                    violations(task),
                    task.sessions().size(),
                    abandoned.size(),
                    abandoned.stream()
                            .filter(session -> session.inputTokens() == 0)
                            .count(),
                    task.ledger().said().values().stream()
                            .mapToLong(Long::longValue)
                            .sum(),
                    task.sessions().stream().mapToLong(SessionRow::inputTokens).sum());
        }

        private static List<String> violations(Observed task) {
            List<String> wrong = new ArrayList<>();
            Audit.ofKilled(task).forEach(text -> wrong.add(task.task().id() + ": " + text));
            if (!task.task().status().equals("accepted")) {
                wrong.add("%s is %s: %s"
                        .formatted(
                                task.task().id(),
                                task.task().status(),
                                task.task().reason()));
            }
            return List.copyOf(wrong);
        }
    }
}
