package dev.pawl.cli.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Suggests candidates for a mistyped word. */
public final class Nearest {
    private Nearest() {}

    /** The nearest candidate; empty if none is near enough. */
    public static Optional<String> to(String word, Collection<String> candidates) {
        return ranked(word, candidates).stream().findFirst();
    }

    /** Similar candidates, nearest first. */
    public static List<String> ranked(String word, Collection<String> candidates) {
        String folded = folded(word);
        int reach = Math.max(2, word.length() / 2);
        record Scored(String word, int distance) {}
        return candidates.stream()
                // A cheap lower bound of the distance: words can be as long as a file.
                .filter(candidate -> Math.abs(folded(candidate).length() - folded.length()) <= reach)
                .map(candidate -> new Scored(candidate, distance(folded, folded(candidate))))
                .filter(scored -> scored.distance() <= reach)
                .sorted(Comparator.comparingInt(Scored::distance))
                .map(Scored::word)
                .toList();
    }

    /** Underscores and capitals do not count as differences. */
    private static String folded(String word) {
        return word.toLowerCase(Locale.ROOT).replace('_', '-').strip();
    }

    /** Edits (insert, delete, replace, swap of neighbours) that turn one word into the other. */
    public static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 ? j : j == 0 ? i : cheapest(a, b, cost, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int cheapest(String a, String b, int[][] cost, int i, int j) {
        int replace = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replace, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
