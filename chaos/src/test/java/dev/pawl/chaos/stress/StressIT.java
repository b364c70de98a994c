package dev.pawl.chaos.stress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.chaos.stack.PartsSite;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Many concurrent tasks on two workers, undisturbed and with one of them killed every few seconds. */
@Tag("full")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StressIT {
    private final PartsSite site = PartsSite.startAsInTheField();

    @AfterAll
    void end() {
        site.close();
    }

    @Test
    void tenTasksAreAcceptedWhileTheirWorkersAreKilledRepeatedly() {
        run(10, 3, Duration.ofMinutes(4));
    }

    /** As many as {@code -Dpawl.chaos.tasks} says, 100 by default. */
    @Test
    void manyTasksAreAcceptedWhileTheirWorkersAreKilledRepeatedly() {
        int tasks = Integer.getInteger("pawl.chaos.tasks", 100);
        run(tasks, Math.min(tasks / 5, 100), Duration.ofMinutes(5).plusSeconds(6L * tasks));
    }

    private void run(int tasks, int kills, Duration bound) {
        // More undisturbed ones take long and show nothing new.
        Fleet quiet = Fleet.undisturbed(site, Math.min(tasks, 100), bound);
        System.out.println("\nStress, undisturbed: " + quiet.figures());
        Fleet disturbed = Fleet.withKills(site, tasks, kills, bound);
        System.out.println("\nStress, disturbed: " + disturbed.figures());
        System.out.println("Overhead: a task takes %.1f times as long"
                .formatted(disturbed.millisPerTask() / quiet.millisPerTask()));
        assertThat(quiet.wrong()).isEmpty();
        assertThat(disturbed.wrong()).isEmpty();
    }
}
