package dev.pawl.workspace.journal;

import dev.pawl.db.column.Sha256;
import dev.pawl.workspace.git.RawPath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Does or undoes the writes of a journal. Each path is changed by one atomic step, and only while it is exactly as the
 * journal has it before or after: what the user changed since stays. May be interrupted at any point and repeated.
 */
public final class JournaledWrites {
    private final DeliveryJournals journals;
    private final DeliveryJournal journal;
    private final TargetDirectory target;
    private final Runnable check;

    /**
     * @param check called before each write; throws if another attempt has taken over, and then nothing more is written
     */
    public JournaledWrites(DeliveryJournals journals, DeliveryJournal journal, Runnable check) {
        this.journals = journals;
        this.journal = journal;
        this.target = new TargetDirectory(Path.of(journal.target()));
        this.check = check;
    }

    /** Raw paths that are neither as before nor as after the delivery. */
    public List<String> changed() throws IOException {
        List<String> changed = new ArrayList<>();
        for (PlannedWrite write : journal.writes()) {
            PathState now = target.state(write.path());
            if (!now.equals(write.before()) && !now.equals(write.after()) && !makesWay(write.path(), now)) {
                changed.add(write.path());
            }
        }
        return changed;
    }

    /** Whether there is a directory, which other writes fill or empty, instead of the previous or next file. */
    private boolean makesWay(String path, PathState now) {
        return now.kind() == PathState.Kind.OTHER
                && journal.writes().stream().anyMatch(other -> other.path().startsWith(path + "/"));
    }

    /** @return raw paths that somebody changed meanwhile and that were left alone */
    public List<String> complete() throws IOException {
        return move(false);
    }

    /** Like {@link #complete}, back to the previous state. */
    public List<String> undo() throws IOException {
        return move(true);
    }

    private List<String> move(boolean back) throws IOException {
        List<String> left = new ArrayList<>();
        Set<String> touched = new TreeSet<>(Comparator.reverseOrder());
        // Removals come first: a file may become a directory, or the other way round.
        for (boolean removing : new boolean[] {true, false}) {
            for (int i = 0; i < journal.writes().size(); i++) {
                PlannedWrite write = journal.writes().get(i);
                PathState to = back ? write.before() : write.after();
                if (removing == (to.kind() == PathState.Kind.ABSENT)) {
                    touched.add(RawPath.parent(write.path()));
                    if (!move(i, write.path(), back ? write.after() : write.before(), to, back)) {
                        left.add(write.path());
                    }
                }
            }
        }
        for (String directory : touched) {
            target.sync(directory);
        }
        return left;
    }

    private boolean move(int number, String path, PathState from, PathState to, boolean back) throws IOException {
        String temporary = temporary(number);
        PathState now = target.state(path);
        boolean gone = to.kind() == PathState.Kind.ABSENT && makesWay(path, now);
        if (now.equals(to) || gone) {
            check.run();
            target.delete(RawPath.child(RawPath.parent(path), temporary));
            removeEmpty(path, to, back);
            return true;
        }
        if (!now.equals(from)) {
            target.delete(RawPath.child(RawPath.parent(path), temporary));
            return false;
        }
        check.run();
        if (to.kind() == PathState.Kind.ABSENT) {
            target.delete(path);
            removeEmpty(path, to, back);
            return true;
        }
        target.prepare(path, temporary, to, journals.content(journal.taskId(), number, back), journal.directories());
        check.run();
        // The user may have written while the content was prepared.
        if (!target.state(path).equals(from)) {
            target.delete(RawPath.child(RawPath.parent(path), temporary));
            return false;
        }
        target.place(path, temporary);
        return true;
    }

    /** Removes directories that became empty; an undo keeps those that existed before. */
    private void removeEmpty(String path, PathState to, boolean back) throws IOException {
        if (to.kind() != PathState.Kind.ABSENT) {
            return;
        }
        for (String above = RawPath.parent(path); !above.isEmpty(); above = RawPath.parent(above)) {
            boolean kept = back && journal.directories().containsKey(above);
            if (kept || !target.deleteEmpty(above)) {
                return;
            }
        }
    }

    private String temporary(int number) {
        return ".pawl-%s-%d"
                .formatted(Sha256.of(RawPath.bytes(journal.taskId())).substring(0, 12), number);
    }

    public static String shown(List<String> paths) {
        return paths.stream().map(RawPath::display).limit(10).collect(Collectors.joining(", "))
                + (paths.size() > 10 ? " and %d more".formatted(paths.size() - 10) : "");
    }
}
