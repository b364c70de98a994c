package dev.pawl.chaos.matrix;

import dev.pawl.chaos.audit.Observed;
import dev.pawl.chaos.work.Step;
import dev.pawl.db.decision.DecisionRow;
import dev.pawl.db.iteration.IterationRow;
import dev.pawl.db.session.SessionRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** How a disturbed task differs from the undisturbed one, beyond what is expected. */
final class Comparison {
    private final Observed seen;
    private final Observed undisturbed;
    private final Expectation expected;
    private final List<String> wrong = new ArrayList<>();

    private Comparison(Observed seen, Observed undisturbed, Expectation expected) {
        this.seen = seen;
        this.undisturbed = undisturbed;
        this.expected = expected;
    }

    static List<String> differences(Observed seen, Observed undisturbed, Expectation expected) {
        Comparison comparison = new Comparison(seen, undisturbed, expected);
        comparison.end();
        comparison.sessions();
        comparison.steps();
        if (expected.whole()) {
            comparison.work();
        }
        return List.copyOf(comparison.wrong);
    }

    private void end() {
        String status =
                Objects.requireNonNullElse(expected.status(), undisturbed.task().status());
        check(
                seen.task().status().equals(status),
                "the task is %s (%s), not %s"
                        .formatted(seen.task().status(), seen.task().reason(), status));
    }

    private void sessions() {
        List<String> lost =
                new ArrayList<>(seen.sessions().stream().map(SessionRow::status).toList());
        List<String> missing = new ArrayList<>();
        for (SessionRow session : undisturbed.sessions()) {
            if (!lost.remove(session.status())) {
                missing.add(session.status());
            }
        }
        check(!expected.whole() || missing.isEmpty(), "no session ended %s".formatted(missing));
        check(
                lost.size() >= expected.lostAtLeast()
                        && lost.size() <= expected.lostAtMost()
                        && expected.lostAs().containsAll(lost),
                "sessions beside the undisturbed ones: %s, expected %d to %d of %s"
                        .formatted(lost, expected.lostAtLeast(), expected.lostAtMost(), expected.lostAs()));
    }

    /** Completed steps are not run again. */
    private void steps() {
        for (Step step : Step.values()) {
            int most = undisturbed.ledger().runs(step)
                    + expected.again().getOrDefault(step, 0)
                    + (step.afterAgent() ? expected.iterations() : 0);
            check(
                    seen.ledger().runs(step) <= most,
                    "%s ran %d times, not %d".formatted(step, seen.ledger().runs(step), most));
        }
    }

    private void work() {
        List<String> types = decided(seen);
        List<String> wanted = decided(undisturbed);
        check(
                types.size() <= wanted.size() + expected.iterations() && endsWith(types, wanted),
                "decided %s, undisturbed %s".formatted(types, wanted));
        check(
                seen.count("decision_made") == seen.decisions().size(),
                "%d decisions have an event, %d are stored"
                        .formatted(seen.count("decision_made"), seen.decisions().size()));
        check(
                endsWith(trees(seen), trees(undisturbed)),
                "the workspace's trees are %s, undisturbed %s".formatted(trees(seen), trees(undisturbed)));
    }

    private static List<String> decided(Observed task) {
        return lasting(task.decisions()).stream().map(DecisionRow::type).toList();
    }

    /** Without those that the run after a reset repeated; all are stored. */
    static List<DecisionRow> lasting(List<DecisionRow> decisions) {
        return decisions.stream()
                .filter(decision -> decisions.stream().noneMatch(later -> madeAgain(decision, later)))
                .toList();
    }

    private static boolean madeAgain(DecisionRow decision, DecisionRow later) {
        // A person answers a question once, whatever is reset.
        if (!byPolicy(decision) || !byPolicy(later) || later.iteration() != decision.iteration()) {
            return false;
        }
        RoundId round = RoundId.of(decision);
        RoundId laterRound = RoundId.of(later);
        return later.number() > decision.number()
                && !laterRound.run().equals(round.run())
                && laterRound.ordinal() <= round.ordinal();
    }

    private static boolean byPolicy(DecisionRow decision) {
        return decision.decidedBy().equals("policy");
    }

    /** @param ordinal 1, 2, 3, … within an iteration: a parked one has several decisions */
    private record RoundId(String run, int ordinal) {
        static RoundId of(DecisionRow decision) {
            int slash = decision.round().lastIndexOf('/');
            return new RoundId(
                    decision.round().substring(0, slash),
                    Integer.parseInt(decision.round().substring(slash + 1)));
        }
    }

    private static List<String> trees(Observed task) {
        return task.iterations().stream()
                .map(IterationRow::tree)
                .filter(Objects::nonNull)
                .toList();
    }

    private static boolean endsWith(List<String> all, List<String> end) {
        return all.size() >= end.size()
                && all.subList(all.size() - end.size(), all.size()).equals(end);
    }

    private void check(boolean holds, String otherwise) {
        if (!holds) {
            wrong.add(otherwise);
        }
    }
}
