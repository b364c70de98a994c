package dev.pawl.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.workflows.model.request.StepTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EmptyFilesTest {
    private final List<List<String>> runs = new ArrayList<>();

    @Test
    void eachOfAFewFilesIsLookedAtByItself() {
        EmptyFiles found = EmptyFiles.needed(files(StepTime.EMPTY_FILES), without -> run(without, "f1", "f3"));

        assertThat(found).isEqualTo(new EmptyFiles(Set.of("f1", "f3"), List.of()));
        assertThat(runs).hasSize(StepTime.EMPTY_FILES).allMatch(without -> without.size() == 1);
    }

    @Test
    void manyFilesCostNoMoreRunsThanFew() {
        EmptyFiles found = EmptyFiles.needed(files(500), without -> run(without, "f1", "f400"));

        assertThat(found.needed()).hasSize(498).contains("f1", "f400").doesNotContain("f0", "f2");
        assertThat(found.together()).hasSize(497);
        assertThat(runs).hasSize(StepTime.EMPTY_FILES);
    }

    @Test
    void filesThatNoCheckNeedsAreNotNeededInAnyNumber() {
        EmptyFiles found = EmptyFiles.needed(files(500), without -> run(without));

        assertThat(found).isEqualTo(new EmptyFiles(Set.of(), List.of()));
    }

    private boolean run(List<String> without, String... needed) {
        runs.add(without);
        return without.stream().anyMatch(List.of(needed)::contains);
    }

    private static List<String> files(int count) {
        return IntStream.range(0, count).mapToObj(i -> "f" + i).toList();
    }
}
