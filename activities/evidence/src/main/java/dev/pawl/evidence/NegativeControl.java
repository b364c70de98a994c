package dev.pawl.evidence;

import dev.pawl.evidence.ControlRun.Outcome;
import dev.pawl.evidence.ControlRun.Outcomes;
import dev.pawl.evidence.ControlRun.Seen;
import dev.pawl.evidence.protect.Work;
import dev.pawl.workflows.model.evidence.Control;
import dev.pawl.workflows.model.evidence.ControlState;
import dev.pawl.workflows.model.request.CheckSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out whether a check went from red to green because of the work: the work is put back to the base, everything
 * else stays as the agent left it, and the check has to be red again as before. If it is green, something else makes it
 * green.
 */
final class NegativeControl {
    private static final String ONLY_THERE = "it needs them to exist, but nothing of their content";

    private final ControlRun run;
    private final Work work;
    private final Set<String> fresh;
    private final Baseline baseline;
    private final CauseSearch search;

    /** @param fresh files of the work that the base does not have and that are not empty */
    NegativeControl(ControlRun run, Work work, Set<String> fresh, Baseline baseline, CauseSearch search) {
        this.run = run;
        this.work = work;
        this.fresh = fresh;
        this.baseline = baseline;
        this.search = search;
    }

    /** @param turned checks that were red in the base and are green now; the work is not empty */
    List<Control> of(List<CheckSpec> turned) {
        Outcomes without = run.of(work.paths(), Set.of(), turned);
        List<CheckSpec> weak = turned.stream()
                .filter(check -> worthEmptying(without.of(check)))
                .toList();
        Outcomes emptied = emptied(weak, Set.of());
        List<CheckSpec> content =
                weak.stream().filter(check -> emptied.of(check).green()).toList();
        Outcomes alone = work.others().isEmpty() ? Outcomes.NONE : emptied(content, work.others());
        List<CheckSpec> confirmed = turned.stream()
                .filter(check -> confirmed(without.of(check), emptied.find(check)))
                .toList();
        Map<String, CauseSearch.Needed> needed = search.needed(work.paths(), confirmed);
        List<Control> controls = new ArrayList<>();
        for (CheckSpec check : turned) {
            Optional<Outcome> empty = emptied.find(check);
            CauseSearch.Needed found = needed.getOrDefault(check.name(), CauseSearch.Needed.NOTHING);
            if (without.of(check).green()) {
                controls.add(green(check, Set.of()));
            } else if (empty.filter(Outcome::green).isPresent()) {
                boolean others = alone.find(check).filter(seen -> !seen.green()).isPresent();
                controls.add(others ? green(check, fresh) : confirmed(check, true, List.copyOf(fresh), ONLY_THERE));
            } else if (confirmed.contains(check)) {
                controls.add(confirmed(check, empty.isPresent(), found.paths(), found.remark()));
            } else {
                controls.add(control(
                        check,
                        ControlState.UNCLEAR,
                        empty.isPresent(),
                        List.of(),
                        without.of(check).reason()));
            }
        }
        return controls;
    }

    /** With the new files emptied and the rest of the work as in the base. */
    private Outcomes emptied(List<CheckSpec> checks, Set<String> more) {
        return checks.isEmpty()
                ? Outcomes.NONE
                : run.of(Work.union(Work.without(work.paths(), fresh), more), fresh, checks);
    }

    /** A check that loads a new file is always red without it, whatever the file contains. */
    private boolean worthEmptying(Outcome seen) {
        return !fresh.isEmpty()
                && !seen.green()
                && (fresh.containsAll(work.paths()) || seen.seen() == Seen.RED_OTHERWISE);
    }

    private static boolean confirmed(Outcome without, Optional<Outcome> emptied) {
        return !without.green()
                && emptied.filter(Outcome::green).isEmpty()
                && (without.seen() == Seen.RED_AS_BEFORE
                        || emptied.filter(seen -> seen.seen() == Seen.RED_AS_BEFORE)
                                .isPresent());
    }

    private Control confirmed(CheckSpec check, boolean emptied, List<String> causes, String detail) {
        return control(check, ControlState.CONFIRMED, emptied, causes, detail);
    }

    /** @param emptied the files of the work that were emptied; the rest is as in the base */
    private Control green(CheckSpec check, Set<String> emptied) {
        if (!work.declared() && baseline.redOf(check.name()).askedNothing()) {
            return Control.notDone(
                    check.name(), "the tests that the result added make it green, and the base had none that ran");
        }
        Set<String> back = Work.without(work.paths(), emptied);
        List<String> causes = search.cause(back, emptied, work.others(), check);
        return control(check, ControlState.REFUTED, !emptied.isEmpty(), causes, "");
    }

    private Control control(CheckSpec check, ControlState state, boolean emptied, List<String> causes, String detail) {
        return new Control(
                check.name(),
                state,
                List.copyOf(work.paths()),
                emptied ? List.copyOf(fresh) : List.of(),
                causes,
                detail);
    }

    /** Looks for single files that make checks green by putting them back one by one, as long as time is left. */
    static final class CauseSearch {
        private static final int MOST_NEEDED = 6;
        private static final Duration MOST_TIME = Duration.ofMinutes(1);

        private final ControlRun run;
        private final Duration bound;
        private Optional<Long> end = Optional.empty();

        /** @param bound of all searches for a cause together; a run that has begun is not interrupted */
        CauseSearch(ControlRun run, Duration bound) {
            this.run = run;
            this.bound = bound;
        }

        /**
         * @param paths files without any one of which the check is red
         * @param remark what else is worth knowing; may be empty
         */
        record Needed(List<String> paths, String remark) {
            static final Needed NOTHING = new Needed(List.of(), "");
        }

        /** @return by the name of the check, the files of the work that it needs */
        Map<String, Needed> needed(Set<String> work, List<CheckSpec> checks) {
            Map<String, Needed> found = new HashMap<>();
            if (work.size() == 1 || checks.isEmpty()) {
                checks.forEach(check -> found.put(check.name(), new Needed(List.copyOf(work), "")));
                return found;
            }
            Map<String, List<String>> needed = new LinkedHashMap<>();
            Map<String, List<String>> idle = new LinkedHashMap<>();
            long stop = after(bound.compareTo(MOST_TIME) < 0 ? bound : MOST_TIME);
            int looked = 0;
            for (String path : work) {
                if (looked == MOST_NEEDED || System.nanoTime() - stop >= 0) {
                    break;
                }
                run.of(Set.of(path), Set.of(), checks)
                        .checks()
                        .forEach((check, seen) -> (seen.green() ? idle : needed)
                                .computeIfAbsent(check, name -> new ArrayList<>())
                                .add(path));
                looked++;
            }
            boolean all = looked == work.size();
            for (CheckSpec check : checks) {
                List<String> unneeded = idle.getOrDefault(check.name(), List.of());
                String remark = !all
                        ? "not each of the %d changed files was looked at by itself".formatted(work.size())
                        : unneeded.isEmpty() ? "" : "it does not need the change of " + Control.some(unneeded);
                found.put(check.name(), new Needed(needed.getOrDefault(check.name(), List.of()), remark));
            }
            return found;
        }

        /**
         * The changed file without which, in addition to the work, the check is red; empty if no single one was found.
         */
        List<String> cause(Set<String> back, Set<String> emptied, Set<String> others, CheckSpec check) {
            if (others.size() == 1) {
                return List.copyOf(others);
            }
            long stop = end.orElseGet(() -> after(bound));
            end = Optional.of(stop);
            for (String path : others) {
                if (System.nanoTime() - stop >= 0) {
                    break;
                }
                boolean green = run.of(Work.union(back, Set.of(path)), emptied, List.of(check))
                        .of(check)
                        .green();
                if (!green) {
                    return List.of(path);
                }
            }
            return List.of();
        }

        private static long after(Duration bound) {
            return System.nanoTime() + bound.toNanos();
        }
    }
}
