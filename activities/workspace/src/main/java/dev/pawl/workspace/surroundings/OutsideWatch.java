package dev.pawl.workspace.surroundings;

import dev.pawl.host.process.WriteProtection;
import dev.pawl.workflows.model.evidence.Finding;
import dev.pawl.workflows.model.evidence.FindingKind;
import dev.pawl.workspace.notes.NotesFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Detects changes outside a workspace while an agent works: in the directory that the user named and its repository,
 * and beside the workspace. Users keep working there, so a change is a note and not a verdict. The observations are
 * stored in a file, so a restart between agent and assessment loses nothing.
 */
public final class OutsideWatch {
    private static final int NAMED = 20;

    private final Surroundings surroundings;
    private final NotesFile<WatchState> file;

    public OutsideWatch(Surroundings surroundings, NotesFile<WatchState> file) {
        this.surroundings = surroundings;
        this.file = file;
    }

    /**
     * Call before an agent of this iteration starts; another attempt of the same iteration continues from what the
     * first one saw.
     *
     * @param protection the agent's
     */
    public void begin(int iteration, WriteProtection protection) {
        Set<String> outOfReach = surroundings.outOfReach(protection);
        WatchState state = file.read();
        if (state == null) {
            file.write(WatchState.first(iteration, surroundings.look(), outOfReach));
        } else if (state.iteration() == iteration) {
            file.write(state.again(outOfReach));
        } else {
            file.write(state.next(iteration, surroundings.look(), outOfReach));
        }
    }

    /**
     * The differences from before the agent of this iteration ran. Changes that the agent itself reported, and could
     * have made, are findings until they are undone; everything else is a note. Idempotent.
     */
    public List<Finding> findings(AgentTraces traces) {
        WatchState state = file.read();
        if (state == null) {
            return List.of(); // no agent ran
        }
        Map<String, String> now = surroundings.look();
        Set<String> changed = changed(state.before(), now);
        Set<String> blamed = new TreeSet<>();
        changed.stream().filter(key -> blamed(state, key, traces)).forEach(blamed::add);
        file.write(state.blaming(blamed));
        List<Finding> findings = new ArrayList<>();
        blamed.stream()
                .limit(NAMED)
                .map(key -> finding(key, OutsideChange.of(key, state.before(), now)))
                .forEach(findings::add);
        changed.removeAll(blamed);
        changed.stream()
                .limit(NAMED)
                .map(key -> note(OutsideChange.of(key, state.before(), now), reached(state, key)))
                .forEach(findings::add);
        if (changed.size() > NAMED) {
            findings.add(note("%d more changes outside the workspace".formatted(changed.size() - NAMED), ""));
        }
        return findings;
    }

    private boolean blamed(WatchState state, String key, AgentTraces traces) {
        Path place = surroundings.place(key);
        return state.blamed().contains(key) || (!outOfReach(state, key) && place != null && traces.changed(place));
    }

    private static Finding finding(String key, String what) {
        boolean git = key.startsWith(Surroundings.GIT);
        return new Finding(
                git ? FindingKind.GIT_DAMAGED : FindingKind.OUTSIDE_WORKSPACE,
                git ? ".git" : "",
                what + " while the agent worked, as it reported itself; undo it",
                true);
    }

    private static Set<String> changed(Map<String, String> before, Map<String, String> now) {
        boolean partial = before.containsKey(Surroundings.PARTIAL) || now.containsKey(Surroundings.PARTIAL);
        Set<String> changed = new TreeSet<>();
        before.forEach((key, value) -> {
            if (!value.equals(now.get(key)) && (!partial || now.containsKey(key))) {
                changed.add(key);
            }
        });
        now.keySet().stream()
                .filter(key -> !partial && !before.containsKey(key))
                .forEach(changed::add);
        changed.remove(Surroundings.PARTIAL);
        if (changed.contains(Surroundings.GIT + RepositoryMarks.UNUSABLE)) {
            // Without it, everything else of the repository differs too.
            changed.removeIf(key ->
                    key.startsWith(Surroundings.GIT) && !key.equals(Surroundings.GIT + RepositoryMarks.UNUSABLE));
        }
        return changed;
    }

    private static String reached(WatchState state, String key) {
        return outOfReach(state, key) ? ", not by the agent" : "; this host cannot show by whom";
    }

    private static boolean outOfReach(WatchState state, String key) {
        return state.outOfReach().stream().anyMatch(key::startsWith);
    }

    private static Finding note(String what, String by) {
        return new Finding(FindingKind.CHANGED_MEANWHILE, "", "%s while the agent worked%s".formatted(what, by), false);
    }
}
