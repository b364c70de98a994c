package dev.pawl.workflows.plan.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.workflows.model.plan.PackageState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans simulated with tasks of known durations and the real schedule, without an engine. */
class MakespanTest {
    private record Running(String id, long until) {}

    /** One course of a plan, in milliseconds. Packages in {@code failing} fail for good. */
    private static final class Simulation {
        final Map<String, PackageState> states = new LinkedHashMap<>();
        final Map<String, Long> startedAt = new LinkedHashMap<>();
        final Map<String, Long> integratedAt = new LinkedHashMap<>();
        long makespan;

        Simulation(List<Step> steps, int slots, List<String> failing) {
            steps.forEach(step -> states.put(step.id(), PackageState.WAITING));
            Map<String, Step> byId = new LinkedHashMap<>();
            steps.forEach(step -> byId.put(step.id(), step));
            Schedule schedule = new Schedule(steps);
            PriorityQueue<Running> running = new PriorityQueue<>(Comparator.comparingLong(Running::until));
            long now = 0;
            while (true) {
                for (String id : schedule.startable(states::get, held -> false, slots - running.size())) {
                    states.put(id, PackageState.RUNNING);
                    startedAt.put(id, now);
                    running.add(new Running(id, now + millis(Objects.requireNonNull(byId.get(id)))));
                }
                if (running.isEmpty()) {
                    break;
                }
                Running ended = running.remove();
                now = ended.until();
                boolean fails = failing.contains(ended.id());
                states.put(ended.id(), fails ? PackageState.FAILED : PackageState.INTEGRATED);
                if (!fails) {
                    integratedAt.put(ended.id(), now);
                }
                Blocked.chains(steps, states::get, undecided -> false)
                        .keySet()
                        .forEach(id -> states.put(id, PackageState.BLOCKED));
            }
            makespan = now;
        }
    }

    /** Layers of packages; each needs up to two of the layer before. */
    private static List<Step> plan(int packages, int layers, long seed) {
        Random random = new Random(seed);
        List<Step> steps = new ArrayList<>();
        int width = Math.max(1, packages / layers);
        for (int i = 0; i < packages; i++) {
            List<String> needs = new ArrayList<>();
            int layer = i / width;
            if (layer > 0) {
                int before = (layer - 1) * width;
                for (int n = random.nextInt(3); n > 0; n--) {
                    String need = "p" + (before + random.nextInt(width));
                    if (!needs.contains(need)) {
                        needs.add(need);
                    }
                }
            }
            steps.add(new Step("p" + i, needs, 5, Duration.ofSeconds(30 + random.nextInt(270))));
        }
        return steps;
    }

    private static long millis(Step step) {
        return Objects.requireNonNull(step.estimate()).toMillis();
    }

    private static long lowerBound(List<Step> steps, int slots) {
        long work = steps.stream().mapToLong(MakespanTest::millis).sum();
        return Math.max(new CriticalPath(steps).length().toMillis(), (work + slots - 1) / slots);
    }

    @ParameterizedTest
    @CsvSource({"50, 5, 3", "500, 10, 8", "500, 25, 10", "2000, 20, 16"})
    void theMakespanIsWithinFivePercentOfTheLowerBound(int packages, int layers, int slots) {
        for (long seed = 1; seed <= 5; seed++) {
            List<Step> steps = plan(packages, layers, seed);

            long makespan = new Simulation(steps, slots, List.of()).makespan;

            assertThat((double) makespan / lowerBound(steps, slots))
                    .as("%d packages in %d slots, seed %d", packages, slots, seed)
                    .isLessThanOrEqualTo(1.05);
        }
    }

    @Test
    void sevenPackagesOfWhichOneNeedsTwoOthersTakeAsLongAsTheCriticalPath() {
        List<Step> steps = List.of(
                step("storage", 40),
                step("retry", 30),
                step("ids", 20),
                step("health", 20),
                step("migration", 50, "storage", "retry"),
                step("options", 25),
                step("times", 15));

        assertThat(new Simulation(steps, 4, List.of()).makespan).isEqualTo(lowerBound(steps, 4));
    }

    private static Step step(String id, int minutes, String... needs) {
        return new Step(id, List.of(needs), 5, Duration.ofMinutes(minutes));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void inAnyPlanNothingStartsBeforeItsNeedsAndEveryPackageEndsOnce(long seed) {
        Random random = new Random(seed);
        List<Step> steps = plan(1 + random.nextInt(60), 1 + random.nextInt(8), seed);
        List<String> failing = steps.stream()
                .map(Step::id)
                .filter(id -> random.nextInt(10) == 0)
                .toList();

        Simulation course = new Simulation(steps, 1 + random.nextInt(6), failing);

        for (Step step : steps) {
            PackageState end = course.states.get(step.id());
            assertThat(end).as(step.id()).isIn(PackageState.INTEGRATED, PackageState.FAILED, PackageState.BLOCKED);
            if (end != PackageState.BLOCKED) {
                assertThat(step.needs())
                        .allSatisfy(need -> assertThat(course.startedAt.get(step.id()))
                                .isGreaterThanOrEqualTo(course.integratedAt.get(need)));
            } else {
                assertThat(course.startedAt).doesNotContainKey(step.id());
                assertThat(step.needs())
                        .anySatisfy(need ->
                                assertThat(course.states.get(need)).isIn(PackageState.FAILED, PackageState.BLOCKED));
            }
        }
    }
}
