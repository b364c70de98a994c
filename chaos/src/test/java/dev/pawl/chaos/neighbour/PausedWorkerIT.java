package dev.pawl.chaos.neighbour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.chaos.audit.Audit;
import dev.pawl.chaos.audit.Observed;
import dev.pawl.chaos.stack.PartsSite;
import dev.pawl.chaos.stack.Processes;
import dev.pawl.chaos.work.ChaosTask;
import dev.pawl.chaos.work.Control;
import dev.pawl.chaos.work.Rows;
import dev.pawl.chaos.work.Scenario;
import dev.pawl.chaos.work.Step;
import dev.pawl.db.session.SessionRow;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A worker is suspended for so long that another worker of the host takes its step over, and then resumes: two attempts
 * run at once, in one workspace.
 */
@Tag("full")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PausedWorkerIT {
    private static final Duration BOUND = Duration.ofMinutes(3);

    private final PartsSite site = PartsSite.startAsInTheField();

    @AfterAll
    void end() {
        site.close();
    }

    @ParameterizedTest
    @EnumSource
    void onlyTheNewerOfTwoLivingAttemptsCounts(Post post) {
        ChaosTask task = new ChaosTask(site, Scenario.PLAIN);
        Control control = task.control();
        post.start(task);
        await(post + " is reached", () -> post.arrivals(control) == 1);
        task.rows().await("stored what its agent spent", BOUND, Rows::spendingIsStored);
        ProcessHandle older = site.workerOf(task.id());

        Processes.signal(older, "STOP");
        try {
            await("the neighbour has it", () -> post.arrivals(control) == 2);
        } finally {
            Processes.signal(older, "CONT");
        }
        control.releaseAll();

        task.rows().await("has ended", BOUND, Rows::finished);
        Awaitility.await("nothing of it is left")
                .atMost(BOUND)
                .untilAsserted(
                        () -> assertThat(Audit.of(Observed.of(site, task))).isEmpty());
        Observed seen = Observed.of(site, task);
        assertThat(seen.task().status()).as(seen.task().reason()).isEqualTo("accepted");
        assertThat(seen.iterations()).hasSize(1);
        assertThat(seen.sessions())
                .extracting(SessionRow::status)
                .containsExactly(
                        post == Post.IN_THE_AGENT
                                ? new String[] {"abandoned", "completed"}
                                : new String[] {"completed"});
        assertThat(seen.ledger().runs(Step.AGENT)).isEqualTo(post == Post.IN_THE_AGENT ? 2 : 1);
        assertThat(older.isAlive()).isTrue();
    }

    private static void await(String what, BooleanSupplier condition) {
        Awaitility.await(what).atMost(BOUND).until(condition::getAsBoolean);
    }
}
