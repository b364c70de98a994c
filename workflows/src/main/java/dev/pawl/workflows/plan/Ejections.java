package dev.pawl.workflows.plan;

import dev.pawl.workflows.activity.plan.Verdict;
import dev.pawl.workflows.model.plan.Ejection;
import dev.pawl.workflows.task.state.Line;
import java.time.Instant;
import java.util.List;

/** Describes for people why a result was not integrated. */
final class Ejections {
    private static final int MAX_PATHS = 50;
    private static final int MAX_PATH = 400;
    private static final int MAX_EXCERPT = 4_000;
    private static final int SHOWN = 3;

    private Ejections() {}

    static Ejection of(Verdict verdict, Instant at) {
        return new Ejection(verdict.type(), text(verdict), paths(verdict), excerpt(verdict), at);
    }

    static String text(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Integrated integrated -> "integrated as " + integrated.commit();
            case Verdict.Conflict conflict -> "conflicts with what others changed meanwhile: " + some(conflict.paths());
            case Verdict.Red red ->
                "check '%s' of the plan fails on the merged result".formatted(Line.of(red.check(), 200));
            case Verdict.Trespass trespass -> "changes what it does not own: " + some(trespass.paths());
            case Verdict.Empty ignored -> "changes nothing";
        };
    }

    private static List<String> paths(Verdict verdict) {
        List<String> all = switch (verdict) {
            case Verdict.Conflict conflict -> conflict.paths();
            case Verdict.Trespass trespass -> trespass.paths();
            case Verdict.Integrated ignored -> List.<String>of();
            case Verdict.Red ignored -> List.<String>of();
            case Verdict.Empty ignored -> List.<String>of();
        };
        return all.stream()
                .limit(MAX_PATHS)
                .map(path -> Line.of(path, MAX_PATH))
                .toList();
    }

    private static String excerpt(Verdict verdict) {
        return verdict instanceof Verdict.Red red ? Line.of(red.excerpt(), MAX_EXCERPT) : "";
    }

    private static String some(List<String> paths) {
        String shown = String.join(
                ", ",
                paths.stream().limit(SHOWN).map(path -> Line.of(path, 200)).toList());
        return paths.size() > SHOWN ? "%s and %d more".formatted(shown, paths.size() - SHOWN) : shown;
    }
}
