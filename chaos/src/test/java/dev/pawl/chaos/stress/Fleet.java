package dev.pawl.chaos.stress;

import dev.pawl.chaos.audit.Audit;
import dev.pawl.chaos.audit.Observed;
import dev.pawl.chaos.stack.Site;
import dev.pawl.chaos.work.ChaosTask;
import dev.pawl.chaos.work.Scenario;
import dev.pawl.db.session.SessionRow;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/** Tasks that run at once, and what became of them. */
final class Fleet {
    private static final Duration READY = Duration.ofMinutes(2);
    private static final int LEAST_PAUSE_MILLIS = 3_000;
    private static final int LONGEST_PAUSE_MILLIS = 9_000;

    private final Site site;
    private final int mostKills;
    private final List<ChaosTask> tasks;
    private final List<Instant> kills = Collections.synchronizedList(new ArrayList<>());
    private Duration took = Duration.ZERO;

    private Fleet(Site site, int size, int mostKills) {
        this.site = site;
        this.mostKills = mostKills;
        this.tasks = IntStream.range(0, size)
                .mapToObj(i -> new ChaosTask(site, Scenario.QUICK))
                .toList();
    }

    static Fleet undisturbed(Site site, int size, Duration bound) {
        Fleet fleet = new Fleet(site, size, 0);
        fleet.run(() -> {}, bound);
        return fleet;
    }

    /** The worker is killed again some seconds after it was back, so many times that a slow machine comes to an end too. */
    static Fleet withKills(Site site, int size, int mostKills, Duration bound) {
        Fleet fleet = new Fleet(site, size, mostKills);
        fleet.run(fleet::kill, bound);
        return fleet;
    }

    private void run(Runnable disturb, Duration bound) {
        site.awaitReady(READY);
        Instant began = Instant.now();
        tasks.forEach(ChaosTask::start);
        Instant next = began;
        while (!Thread.currentThread().isInterrupted() && !ended()) {
            if (Duration.between(began, Instant.now()).compareTo(bound) > 0) {
                throw new AssertionError("%d of %d tasks have not ended after %s"
                        .formatted(
                                tasks.stream()
                                        .filter(task -> !task.rows().finished())
                                        .count(),
                                tasks.size(),
                                bound));
            }
            if (Instant.now().isAfter(next)) {
                disturb.run();
                next = Instant.now()
                        .plusMillis(ThreadLocalRandom.current().nextInt(LEAST_PAUSE_MILLIS, LONGEST_PAUSE_MILLIS));
            }
            pause();
        }
        took = Duration.between(began, Instant.now());
    }

    private void kill() {
        // A worker that is killed before it is back does no more than be away.
        site.awaitReady(READY);
        boolean underWay = tasks.stream()
                .anyMatch(task -> !task.control().ledger().agentStarts().isEmpty());
        if (underWay && kills.size() < mostKills) {
            kills.add(Instant.now());
            site.killWorker();
        }
    }

    private boolean ended() {
        return tasks.stream().allMatch(task -> task.rows().finished() && closed(task));
    }

    private boolean closed(ChaosTask task) {
        return site.engine().newUntypedWorkflowStub(task.id()).describe().getStatus()
                != WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING;
    }

    private static void pause() {
        Instant until = Instant.now().plusMillis(200);
        Awaitility.await()
                .pollInterval(Duration.ofMillis(50))
                .until(() -> Instant.now().isAfter(until));
    }

    List<Observed> observed() {
        return tasks.stream().map(task -> Observed.of(site, task)).toList();
    }

    /** What is wrong with any of them. */
    List<String> wrong() {
        List<String> wrong = new ArrayList<>();
        for (Observed task : observed()) {
            Audit.ofKilled(task).forEach(text -> wrong.add(task.task().id() + ": " + text));
            if (!task.task().status().equals("accepted")) {
                wrong.add("%s is %s: %s"
                        .formatted(
                                task.task().id(),
                                task.task().status(),
                                task.task().reason()));
            }
        }
        return wrong;
    }

    /** From each kill to the next start of each agent it ended. */
    List<Duration> resumes() {
        List<Duration> resumes = new ArrayList<>();
        for (ChaosTask task : tasks) {
            List<Instant> starts = task.control().ledger().agentStarts();
            for (int i = 1; i < starts.size(); i++) {
                Instant before = starts.get(i - 1);
                Instant again = starts.get(i);
                kills.stream()
                        .filter(kill -> kill.isAfter(before) && kill.isBefore(again))
                        .findFirst()
                        .ifPresent(kill -> resumes.add(Duration.between(kill, again)));
            }
        }
        return resumes;
    }

    Duration took() {
        return took;
    }

    String figures() {
        List<Observed> all = observed();
        long abandoned = all.stream()
                .flatMap(task -> task.sessions().stream())
                .filter(session -> session.status().equals("abandoned"))
                .count();
        long unheard = all.stream()
                .flatMap(task -> task.sessions().stream())
                .filter(session -> session.status().equals("abandoned") && session.inputTokens() == 0)
                .count();
        long sessions = all.stream().mapToLong(task -> task.sessions().size()).sum();
        long tokens = all.stream()
                .flatMap(task -> task.sessions().stream())
                .mapToLong(SessionRow::inputTokens)
                .sum();
        long said = all.stream()
                .flatMap(task -> task.ledger().said().values().stream())
                .mapToLong(Long::longValue)
                .sum();
        return "%d tasks in %.1f s, worker killed %d times, %d sessions (%d abandoned, %d of them before a word was stored), tokens said %d, stored %d"
                .formatted(
                        tasks.size(),
                        took.toMillis() / 1000.0,
                        kills.size(),
                        sessions,
                        abandoned,
                        unheard,
                        said,
                        tokens);
    }
}
