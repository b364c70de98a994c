package dev.pawl.chaos.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.chaos.audit.Observed;
import dev.pawl.chaos.stack.LocalStackSite;
import dev.pawl.chaos.stack.PartsSite;
import dev.pawl.chaos.stack.SharedSite;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault at every moment, twice. */
@Tag("full")
@ExtendWith(SharedSite.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FullMatrixIT {
    private static final String NAME = "Full matrix";
    private static final int TIMES = 2;

    private final PartsSite site;
    private final Matrix matrix = new Matrix();
    private Map<Moment, Observed> undisturbed = Map.of();

    FullMatrixIT(PartsSite site) {
        this.site = site;
    }

    @BeforeAll
    void learn() {
        undisturbed = Round.undisturbed(site);
    }

    @AfterAll
    void end() {
        matrix.print(NAME);
    }

    static Stream<Arguments> rounds() {
        return Stream.iterate(1, time -> time + 1)
                .limit(TIMES)
                .flatMap(time -> Stream.of(Fault.values())
                        .filter(fault -> fault != Fault.STACK_KILL && wanted(fault))
                        .map(fault -> Arguments.of(time, fault)));
    }

    /** All, or those named by {@code -Dpawl.chaos.faults=WORKER_KILL,RESET}. */
    private static boolean wanted(Fault fault) {
        String named = System.getProperty("pawl.chaos.faults", "");
        return named.isEmpty() || List.of(named.split(",", -1)).contains(fault.name());
    }

    @ParameterizedTest
    @MethodSource("rounds")
    void nothingIsLostWhicheverPartDies(int time, Fault fault) {
        judge(fault, Round.of(site, fault, undisturbed));
    }

    @RepeatedTest(TIMES)
    void nothingIsLostWhenTheWholeLocalStackDies() {
        try (LocalStackSite stack = LocalStackSite.start()) {
            judge(Fault.STACK_KILL, Round.of(stack, Fault.STACK_KILL, undisturbed));
        }
    }

    private void judge(Fault fault, List<Cell> cells) {
        matrix.add(fault, cells);
        matrix.keep(NAME);
        assertThat(Matrix.red(cells)).isEmpty();
    }
}
