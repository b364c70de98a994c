package dev.pawl.chaos.stress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.chaos.audit.Audit;
import dev.pawl.chaos.audit.Observed;
import dev.pawl.chaos.stack.PartsSite;
import dev.pawl.chaos.stack.SharedSite;
import dev.pawl.chaos.work.ChaosTask;
import dev.pawl.chaos.work.Rows;
import dev.pawl.chaos.work.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** How long agents that died with their worker wait for their next start, if nothing else delays them. */
@Tag("full")
@ExtendWith(SharedSite.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResumeIT {
    private static final int ROUNDS = 5;
    private static final int AGENTS = 8;
    private static final Duration BOUND = Duration.ofMinutes(3);

    private final PartsSite site;
    private final List<Duration> resumes = new ArrayList<>();

    ResumeIT(PartsSite site) {
        this.site = site;
    }

    @AfterAll
    void print() {
        System.out.println(
                "From the kill of a worker to the next start of each of its agents: " + Distribution.of(resumes));
    }

    @RepeatedTest(ROUNDS)
    void anAgentThatDiedWithItsWorkerStartsAgain() {
        site.awaitReady(BOUND);
        List<ChaosTask> tasks = Stream.generate(() -> new ChaosTask(site, Scenario.PLAIN))
                .limit(AGENTS)
                .toList();
        tasks.forEach(task -> task.control().hold("agent"));
        tasks.forEach(ChaosTask::start);
        tasks.forEach(task -> task.control().await("agent"));
        tasks.forEach(task -> task.rows().await("stored what its agent spent", BOUND, Rows::spendingIsStored));

        Instant killed = Instant.now();
        site.killWorker();
        Awaitility.await("all agents started again")
                .atMost(BOUND)
                .until(() -> tasks.stream().allMatch(task -> starts(task).size() == 2));

        tasks.forEach(task -> task.control().releaseAll());
        for (ChaosTask task : tasks) {
            resumes.add(Duration.between(killed, starts(task).get(1)));
            task.rows()
                    .await(
                            "is accepted",
                            BOUND,
                            rows -> rows.task()
                                    .filter(row -> row.status().equals("accepted"))
                                    .isPresent());
        }
        Awaitility.await("nothing is left of them")
                .atMost(BOUND)
                .untilAsserted(() -> assertThat(tasks)
                        .allSatisfy(task ->
                                assertThat(Audit.of(Observed.of(site, task))).isEmpty()));
    }

    private static List<Instant> starts(ChaosTask task) {
        return task.control().ledger().agentStarts();
    }
}
