package dev.pawl.cli.plan;

import dev.pawl.api.plan.PathGlob;
import dev.pawl.cli.planfile.PlanFile;
import dev.pawl.cli.planfile.PlannedPackage;
import dev.pawl.cli.planfile.RepositoryFiles;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Which packages may change which paths of the repository. */
public final class OwnershipMatrix {
    /** A larger matrix shows directories. */
    private static final int MOST_ROWS = 40;

    /**
     * A path, or a directory with all its files.
     *
     * @param path a directory ends with a slash
     * @param files how many files it stands for
     * @param owners indexes of the packages that own at least one of them
     * @param others indexes of the packages that may change at least one of them without owning it
     * @param uniform whether all its files have the same owners
     */
    public record Row(String path, int files, BitSet owners, BitSet others, boolean uniform) {
        Row merged(String directory, Row other) {
            BitSet allOwners = (BitSet) owners.clone();
            allOwners.or(other.owners);
            BitSet allOthers = (BitSet) others.clone();
            allOthers.or(other.others);
            return new Row(
                    directory,
                    files + other.files,
                    allOwners,
                    allOthers,
                    uniform && other.uniform && owners.equals(other.owners) && others.equals(other.others));
        }
    }

    private final List<Row> rows;
    private final int unowned;

    private OwnershipMatrix(List<Row> rows, int unowned) {
        this.rows = rows;
        this.unowned = unowned;
    }

    public static OwnershipMatrix of(PlanFile plan, RepositoryFiles repository) {
        RepositoryFiles all = RepositoryFiles.of(Stream.concat(
                        repository.files().stream(),
                        plan.packages().stream().flatMap(each -> each.task().files().stream()))
                .toList());
        Map<String, Row> byPath = new TreeMap<>();
        for (int at = 0; at < plan.packages().size(); at++) {
            PlannedPackage each = plan.packages().get(at);
            List<String> owns =
                    each.task().owns().isEmpty() ? List.of("**") : each.task().owns();
            mark(all, byPath, owns, at, true);
            mark(all, byPath, each.mayTouch(), at, false);
        }
        return new OwnershipMatrix(
                folded(List.copyOf(byPath.values())), all.files().size() - byPath.size());
    }

    private static void mark(RepositoryFiles all, Map<String, Row> byPath, List<String> globs, int at, boolean owner) {
        globs.stream().map(PathGlob::of).flatMap(all::matching).forEach(path -> {
            Row row = byPath.computeIfAbsent(path, key -> new Row(key, 1, new BitSet(), new BitSet(), true));
            if (owner) {
                row.owners().set(at);
            } else if (!row.owners().get(at)) {
                row.others().set(at);
            }
        });
    }

    /** First directories whose files all have the same owners, deepest first; then all, until few are left. */
    private static List<Row> folded(List<Row> rows) {
        List<Row> folded = rows;
        for (int depth = depth(folded); depth > 0 && folded.size() > MOST_ROWS; depth--) {
            folded = fold(folded, depth, true);
        }
        for (int depth = depth(folded); depth > 0 && folded.size() > MOST_ROWS; depth--) {
            folded = fold(folded, depth, false);
        }
        return folded;
    }

    private static int depth(List<Row> rows) {
        return rows.stream()
                .mapToInt(row -> (int) row.path().chars().filter(c -> c == '/').count())
                .max()
                .orElse(0);
    }

    private static List<Row> fold(List<Row> rows, int depth, boolean onlyUniform) {
        Map<String, List<Row>> groups = new TreeMap<>();
        rows.forEach(row -> groups.computeIfAbsent(directory(row.path(), depth), key -> new ArrayList<>())
                .add(row));
        List<Row> folded = new ArrayList<>();
        groups.forEach((directory, group) -> {
            Row merged = group.stream()
                    .reduce((one, other) -> one.merged(directory, other))
                    .orElseThrow();
            boolean one = group.size() == 1 || (onlyUniform && !merged.uniform());
            folded.addAll(one ? group : List.of(merged));
        });
        return folded;
    }

    /** The directory of so many names above a path; the path itself if it is not that deep. */
    private static String directory(String path, int depth) {
        int slash = -1;
        for (int i = 0; i < depth; i++) {
            slash = path.indexOf('/', slash + 1);
            if (slash < 0) {
                return path;
            }
        }
        return path.substring(0, slash + 1);
    }

    /** In the order of their paths. */
    public List<Row> rows() {
        return List.copyOf(rows);
    }

    /** Number of files that no package may change. */
    public int unowned() {
        return unowned;
    }
}
