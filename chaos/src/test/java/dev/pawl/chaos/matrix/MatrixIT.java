package dev.pawl.chaos.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.chaos.audit.Observed;
import dev.pawl.chaos.stack.PartsSite;
import dev.pawl.chaos.stack.SharedSite;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The most frequent faults, at every moment of a task. */
@ExtendWith(SharedSite.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MatrixIT {
    private final PartsSite site;
    private final Matrix matrix = new Matrix();
    private Map<Moment, Observed> undisturbed = Map.of();

    MatrixIT(PartsSite site) {
        this.site = site;
    }

    @BeforeAll
    void learn() {
        undisturbed = Round.undisturbed(site);
    }

    @AfterAll
    void end() {
        matrix.print("Matrix");
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"WORKER_KILL", "ENGINE_KILL", "DATABASE_KILL", "AGENT_KILL", "CANCEL"})
    void nothingIsLostWhicheverPartDies(Fault fault) {
        List<Cell> cells = Round.of(site, fault, undisturbed);
        matrix.add(fault, cells);
        assertThat(Matrix.red(cells)).isEmpty();
    }
}
