package dev.pawl.cli.planfile;

import dev.pawl.api.plan.PathGlob;
import dev.pawl.api.plan.PlanGraph;
import dev.pawl.cli.text.Nearest;
import dev.pawl.cli.yaml.Problems;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reports patterns that match no file, neither of the repository nor one that a package declares, as typing errors. */
final class UnmatchedGlobs {
    private static final int FEW = 5000;
    /** Globs that get a hint: each is compared with all files. */
    private static final int MOST_HINTS = 100;

    private final Problems problems;
    private final RepositoryFiles repository;
    private final List<BitSet> ancestors;
    private final Map<String, PathGlob> globs = new HashMap<>();
    private int hints;

    UnmatchedGlobs(Problems problems, RepositoryFiles repository, PlanGraph graph) {
        this.problems = problems;
        this.repository = repository;
        this.ancestors = graph.ancestors();
    }

    void report(List<ReadPackage> packages) {
        for (int at = 0; at < packages.size(); at++) {
            ReadPackage each = packages.get(at);
            List<String> declared = Stream.concat(
                            Stream.of(each), ancestors.get(at).stream().mapToObj(packages::get))
                    .flatMap(one -> one.planned().task().files().stream())
                    .toList();
            List<String> owns = each.planned().task().owns();
            owns.stream()
                    .filter(glob -> unmatched(glob, declared))
                    .forEach(glob -> problems.at(
                            each.item("owns", glob),
                            "packages.owns: '" + glob + "' matches no file of the repository",
                            hint(glob)));
            if (!owns.isEmpty()) {
                foreign(
                        each,
                        Stream.concat(owns.stream(), each.planned().mayTouch().stream())
                                .toList());
            }
        }
    }

    private void foreign(ReadPackage each, List<String> mine) {
        each.planned().task().files().stream()
                .filter(file -> mine.stream().noneMatch(glob -> glob(glob).matches(file)))
                .forEach(file -> problems.at(
                        each.item("files", file),
                        "packages.files: the package does not own '" + file + "'",
                        "add it to owns"));
    }

    private boolean unmatched(String text, List<String> declared) {
        PathGlob glob = glob(text);
        return declared.stream().noneMatch(glob::matches)
                && repository.matching(glob).findFirst().isEmpty();
    }

    private PathGlob glob(String text) {
        return globs.computeIfAbsent(text, PathGlob::of);
    }

    private String hint(String glob) {
        @Nullable
        String near = repository.files().size() > FEW || ++hints > MOST_HINTS
                ? null
                : Nearest.to(glob, repository.files()).orElse(null);
        return near == null
                ? "declare a file that is to be created there with 'files'"
                : "did you mean '" + near + "'? Declare a new file with 'files'";
    }
}
