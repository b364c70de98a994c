package dev.pawl.evidence;

import dev.pawl.workflows.model.request.StepTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Which declared files without content a check needs to be there, found in a bounded number of runs, whatever a task
 * declares.
 *
 * @param together those that were left out in one run, and of which the check needs at least one; empty if each was looked
 *     at by itself
 */
record EmptyFiles(Set<String> needed, List<String> together) {

    /** @param redWithout whether a check is red without these files */
    static EmptyFiles needed(List<String> empty, Predicate<List<String>> redWithout) {
        boolean all = empty.size() <= StepTime.EMPTY_FILES;
        List<String> single = empty.subList(0, all ? empty.size() : StepTime.EMPTY_FILES - 1);
        List<String> rest = empty.subList(single.size(), empty.size());
        Set<String> needed = new TreeSet<>();
        single.stream().filter(file -> redWithout.test(List.of(file))).forEach(needed::add);
        if (rest.isEmpty() || !redWithout.test(rest)) {
            return new EmptyFiles(needed, List.of());
        }
        needed.addAll(rest);
        return new EmptyFiles(needed, List.copyOf(rest));
    }
}
