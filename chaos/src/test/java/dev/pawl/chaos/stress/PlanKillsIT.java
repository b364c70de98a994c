package dev.pawl.chaos.stress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.chaos.stack.PartsSite;
import dev.pawl.chaos.stack.SharedSite;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A small plan whose worker is killed while its packages run and are merged. */
@ExtendWith(SharedSite.class)
class PlanKillsIT {
    private static final int PACKAGES = 8;
    private static final Duration BOUND = Duration.ofMinutes(5);

    private final PartsSite site;

    PlanKillsIT(PartsSite site) {
        this.site = site;
    }

    @Test
    void aPlanWhoseWorkerIsKilledEndsWithTheFilesOfTheUndisturbedOneAndEveryPackageOnce() {
        PlanCourse quiet = PlanCourse.undisturbed(site, PACKAGES, BOUND);
        PlanCourse disturbed = PlanCourse.withKills(site, PACKAGES, 2, 1, BOUND);
        System.out.printf("%nPlan, undisturbed: %s%nPlan, disturbed: %s%n", quiet.figures(), disturbed.figures());

        assertThat(quiet.wrong()).isEmpty();
        assertThat(disturbed.wrong()).isEmpty();
        assertThat(disturbed.tree()).isEqualTo(quiet.tree());
    }
}
