package dev.pawl.chaos.stress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.chaos.stack.PartsSite;
import dev.pawl.chaos.stack.SharedSite;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many tasks at once, undisturbed and with a worker that is killed every few seconds. */
@Tag("full")
@ExtendWith(SharedSite.class)
class StressIT {
    private final PartsSite site;

    StressIT(PartsSite site) {
        this.site = site;
    }

    @Test
    void s4_tenTasksAreAcceptedThoughTheirWorkerIsKilledAgainAndAgain() {
        run(10, 3, Duration.ofMinutes(4));
    }

    /** As many as {@code -Dpawl.chaos.tasks} says, 100 by default. */
    @Test
    void s4_manyTasksAreAcceptedThoughTheirWorkerIsKilledAgainAndAgain() {
        int tasks = Integer.getInteger("pawl.chaos.tasks", 100);
        run(tasks, tasks / 5, Duration.ofMinutes(5).plusSeconds(6L * tasks));
    }

    private void run(int tasks, int kills, Duration bound) {
        Fleet quiet = Fleet.undisturbed(site, tasks, bound);
        Fleet disturbed = Fleet.withKills(site, tasks, kills, bound);

        System.out.println("\nStress, undisturbed: " + quiet.figures());
        System.out.println("Stress, disturbed: " + disturbed.figures());
        System.out.println("Overhead: %.1f times"
                .formatted((double) disturbed.took().toMillis() / quiet.took().toMillis()));
        System.out.println(
                "From a kill to the next start of an agent it ended: " + Distribution.of(disturbed.resumes()));
        assertThat(quiet.wrong()).isEmpty();
        assertThat(disturbed.wrong()).isEmpty();
    }
}
