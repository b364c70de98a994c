package dev.pawl.chaos.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.chaos.audit.Observed;
import dev.pawl.chaos.stack.PartsSite;
import dev.pawl.chaos.stack.SharedSite;
import dev.pawl.chaos.work.ChaosTask;
import dev.pawl.chaos.work.Rows;
import dev.pawl.chaos.work.Scenario;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A task that ended differently from the undisturbed one is red, in every way it can differ. */
@ExtendWith(SharedSite.class)
class ComparisonIT {
    private final PartsSite site;

    ComparisonIT(PartsSite site) {
        this.site = site;
    }

    @Test
    void anotherEndAnotherTreeAnotherStepAndAnotherSessionAreRed() {
        Observed plain = run(Scenario.PLAIN);
        Observed asked = run(Scenario.LIMITED);
        Expectation lossless = Expectation.of(Fault.ENGINE_KILL, Moment.IN_CHECKS);

        assertThat(Comparison.differences(plain, plain, lossless)).isEmpty();
        assertThat(Comparison.differences(asked, plain, lossless))
                .anySatisfy(text -> assertThat(text).startsWith("sessions beside the undisturbed ones: [failed]"))
                .anySatisfy(text -> assertThat(text).startsWith("AGENT ran 2 times, not 1"))
                .anySatisfy(text -> assertThat(text).startsWith("decided [park, accept], undisturbed [accept]"));
        assertThat(Comparison.differences(plain, plain, Expectation.of(Fault.CANCEL, Moment.IN_CHECKS)))
                .anySatisfy(text -> assertThat(text).startsWith("the task is accepted"));
        assertThat(Comparison.differences(plain, plain, Expectation.of(Fault.WORKER_KILL, Moment.AGENT_RUNNING)))
                .anySatisfy(text -> assertThat(text).contains("expected 1 to 1 of"));
        assertThat(Matrix.red(List.of(new Cell(
                        Moment.IN_CHECKS, "a fault", List.of(), Duration.ZERO, List.of("something is wrong")))))
                .containsExactly("a fault, in the checks: something is wrong");
    }

    private Observed run(Scenario scenario) {
        ChaosTask task = new ChaosTask(site, scenario);
        task.start();
        task.rows().await("ends", Duration.ofMinutes(2), Rows::finished);
        return Observed.of(site, task);
    }
}
