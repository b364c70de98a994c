package dev.pawl.workflows.plan.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.workflows.model.plan.PackageState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static Step step(String id, int priority, int minutes, String... needs) {
        return new Step(id, List.of(needs), priority, Duration.ofMinutes(minutes));
    }

    private static List<String> startable(List<Step> steps, Map<String, PackageState> states, int slots) {
        return new Schedule(steps).startable(id -> states.getOrDefault(id, PackageState.WAITING), id -> false, slots);
    }

    @Test
    void aLowerPriorityNumberStartsFirst() {
        List<Step> steps = List.of(step("a", 5, 60), step("b", 1, 1), step("c", 5, 90));

        assertThat(startable(steps, Map.of(), 3)).containsExactly("b", "c", "a");
    }

    @Test
    void theLongestRemainingPathStartsFirst() {
        List<Step> steps = List.of(step("long", 5, 30), step("head", 5, 10), step("tail", 5, 25, "head"));

        assertThat(startable(steps, Map.of(), 2)).containsExactly("head", "long");
    }

    @Test
    void equalPackagesStartInTheOrderOfThePlan() {
        List<Step> steps = List.of(step("b", 5, 10), step("a", 5, 10));

        assertThat(startable(steps, Map.of(), 1)).containsExactly("b");
    }

    @Test
    void anAcceptedNeedIsNotEnough() {
        List<Step> steps = List.of(step("a", 5, 10), step("b", 5, 10, "a"));

        assertThat(startable(steps, Map.of("a", PackageState.ACCEPTED), 9)).isEmpty();
        assertThat(startable(steps, Map.of("a", PackageState.INTEGRATED), 9)).containsExactly("b");
    }

    @Test
    void aHeldPackageDoesNotTakeASlot() {
        List<Step> steps = List.of(step("a", 5, 10), step("b", 5, 10));

        assertThat(new Schedule(steps).startable(id -> PackageState.WAITING, "a"::equals, 1))
                .containsExactly("b");
    }

    @Test
    void withoutSlotsNothingStarts() {
        assertThat(startable(List.of(step("a", 5, 10)), Map.of(), -1)).isEmpty();
    }

    @Test
    void theCriticalPathIsTheLongestChain() {
        CriticalPath path = new CriticalPath(
                List.of(step("a", 5, 10), step("b", 5, 20, "a"), step("c", 5, 5, "a"), step("d", 5, 1, "b", "c")));

        assertThat(path.path()).containsExactly("a", "b", "d");
        assertThat(path.length()).isEqualTo(Duration.ofMinutes(31));
    }

    @Test
    void aPackageWithoutAnEstimateCountsAsTheMeanOfTheOthers() {
        CriticalPath path =
                new CriticalPath(List.of(step("a", 5, 10), step("b", 5, 30), new Step("c", List.of(), 5, null)));

        assertThat(path.remaining("c")).isEqualTo(Duration.ofMinutes(20));
    }

    @Test
    void theMergeQueueIntegratesOneBatchAtATimeInOrder() {
        MergeQueue queue = new MergeQueue(List.of("a"));
        queue.add("b");
        queue.add("c");

        assertThat(queue.next(2)).containsExactly("a", "b");
        assertThat(queue.next(2)).isEmpty();
        queue.add("a");
        assertThat(queue.ids()).containsExactly("a", "b", "c");
        queue.settled();
        assertThat(queue.next(2)).containsExactly("c");
        queue.settled();
        assertThat(queue.empty()).isTrue();
    }
}
