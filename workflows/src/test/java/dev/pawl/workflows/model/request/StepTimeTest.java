package dev.pawl.workflows.model.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pawl.workflows.model.Samples;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** {@code StepTimeIT} of the activities counts what really runs inside a step. */
class StepTimeTest {
    private static final int GENERATED = 2_000;

    private final Random random = new Random(7);

    @Test
    void everyTaskIsRefusedOrItsStepsEndBeforeTheStatedBound() {
        int refused = 0;
        for (int i = 0; i < GENERATED; i++) {
            List<SetupSpec> setup = setup();
            List<CheckSpec> checks = checks();
            VerifyMode verify = random.nextBoolean() ? VerifyMode.CLEAN_CHECKOUT : VerifyMode.WORKSPACE;
            if (StepTime.refusal(setup, checks).isPresent()) {
                refused++;
                assertThatThrownBy(() -> Samples.request(setup, checks, verify))
                        .isInstanceOf(IllegalArgumentException.class);
                continue;
            }
            TaskRequest request = Samples.request(setup, checks, verify);

            assertThat(StepTime.prepare(request)).isBetween(inside(setup, checks, 1, 0), StepTime.MAX);
            assertThat(StepTime.assess(request, checks))
                    .isBetween(
                            verify == VerifyMode.WORKSPACE || checks.isEmpty()
                                    ? inside(setup, checks, 1, 1)
                                    : inside(setup, checks, 2, 2),
                            StepTime.MAX);
        }
        assertThat(refused).isBetween(GENERATED / 10, GENERATED - GENERATED / 10);
    }

    @Test
    void aTaskThatMayTakeTooLongIsRefusedWithItsSumAndTheBound() {
        CheckSpec slow = new CheckSpec("slow", "make slow", Duration.ofHours(13), Must.PASS, 1, null);

        assertThatThrownBy(() -> Samples.request(List.of(), List.of(slow), VerifyMode.CLEAN_CHECKOUT))
                .hasMessage("setup and checks may take 26h5m in all, with all retries and 2m30s to end each command;"
                        + " at most 24h are allowed: lower their timeouts or retries");
    }

    @Test
    void detectedChecksAreCountedBeforeTheyAreKnown() {
        TaskRequest unnamed = Samples.request(List.of(), List.of(), VerifyMode.CLEAN_CHECKOUT);
        List<CheckSpec> detected = IntStream.range(0, StepTime.DETECTED_CHECKS)
                .mapToObj(i -> new CheckSpec("d" + i, "make", StepTime.COMMAND, Must.PASS, 0, null))
                .toList();

        assertThat(StepTime.prepare(unnamed)).isGreaterThan(inside(List.of(), detected, 1, 0));
        assertThat(StepTime.assess(unnamed, detected)).isBetween(inside(List.of(), detected, 2, 2), StepTime.MAX);
    }

    @Test
    void aSetupOf25MinutesAndADetectedSuiteOf12Fit() {
        assertThat(StepTime.COMMAND).isGreaterThan(Duration.ofMinutes(25));
        assertThat(StepTime.prepare(Samples.request(List.of(new SetupSpec("npm ci")), List.of(), VerifyMode.WORKSPACE)))
                .isGreaterThan(Duration.ofMinutes(25 + 12));
    }

    /** @param repeated how often the checks run with every repeat, in addition to once without */
    private static Duration inside(List<SetupSpec> setup, List<CheckSpec> checks, int setups, int repeated) {
        Duration sum = Duration.ZERO;
        for (SetupSpec command : setup) {
            sum = sum.plus(command.timeout().multipliedBy(setups));
        }
        for (CheckSpec check : checks) {
            sum = sum.plus(check.timeout().multipliedBy(1L + repeated * (1L + check.retries())));
        }
        return sum;
    }

    private List<SetupSpec> setup() {
        List<SetupSpec> setup = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            setup.add(new SetupSpec("setup " + i, time()));
        }
        return setup;
    }

    private List<CheckSpec> checks() {
        List<CheckSpec> checks = new ArrayList<>();
        for (int i = random.nextInt(8); i > 0; i--) {
            checks.add(new CheckSpec("check " + i, "true", time(), Must.PASS, random.nextInt(6), null));
        }
        return checks;
    }

    private Duration time() {
        return Duration.ofSeconds(1 + random.nextInt(2 * 3_600));
    }
}
