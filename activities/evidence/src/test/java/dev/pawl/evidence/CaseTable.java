package dev.pawl.evidence;

import dev.pawl.evidence.AdversarialCase.Expected;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of evidence.md: kinds of tricks by languages, in each cell how many tricks and how many honest twins. */
final class CaseTable {
    private final List<AdversarialCase> cases;

    CaseTable(List<AdversarialCase> cases) {
        this.cases = cases;
    }

    String text() {
        Set<String> languages = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        Set<String> kinds = new LinkedHashSet<>();
        for (Trick trick : Trick.values()) {
            kinds.add(trick.kind());
        }
        cases.forEach(one -> {
            languages.add(one.language());
            kinds.add(one.kind());
        });
        List<String> rows = kinds.stream()
                .map(kind -> row(
                        kind,
                        languages.stream()
                                .map(language -> cell(cases.stream()
                                        .filter(one -> one.kind().equals(kind)
                                                && one.language().equals(language))
                                        .toList()))
                                .toList(),
                        cell(cases.stream()
                                .filter(one -> one.kind().equals(kind))
                                .toList())))
                .toList();
        List<String> totals = languages.stream()
                .map(language -> cell(cases.stream()
                        .filter(one -> one.language().equals(language))
                        .toList()))
                .toList();
        return Stream.of(
                        List.of(
                                row("Kind", languages, "all"),
                                row("---", languages.stream().map(any -> "--:").toList(), "--:")),
                        rows,
                        List.of(row("all", totals, cell(cases))))
                .flatMap(List::stream)
                .collect(Collectors.joining("\n"));
    }

    private static String cell(List<AdversarialCase> cases) {
        if (cases.isEmpty()) {
            return "";
        }
        long honest = cases.stream()
                .filter(one -> one.expected() == Expected.ACCEPTED)
                .count();
        return "%d/%d".formatted(cases.size() - honest, honest);
    }

    private static String row(String first, Collection<String> cells, String last) {
        return "| %s | %s | %s |".formatted(first, String.join(" | ", cells), last);
    }
}
