package dev.pawl.activities.workspace;

import dev.pawl.workflows.model.Finding;
import dev.pawl.workflows.model.FindingKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Notices what an agent does outside its workspace: to the directory the user named and its repository, and beside the
 * workspace. What it saw is kept in a file, so a restart between agent and assessment loses nothing. A change stays a
 * finding until it is undone; what changes while no agent runs is the user's own affair.
 */
public final class OutsideWatch {
    private static final int NAMED = 20;

    private final Surroundings surroundings;
    private final NotesFile<WatchState> file;

    OutsideWatch(Surroundings surroundings, NotesFile<WatchState> file) {
        this.surroundings = surroundings;
        this.file = file;
    }

    /** Called before an agent of this iteration starts; another attempt of the same iteration changes nothing. */
    public void begin(int iteration) {
        WatchState state = file.read();
        if (state == null) {
            Map<String, String> now = surroundings.look();
            file.write(new WatchState(iteration, now, null));
        } else if (state.iteration() != iteration) {
            file.write(state.next(iteration, surroundings.look()));
        }
    }

    /** What differs from before the agent ran. Repeatable. */
    public List<Finding> findings() {
        WatchState state = Objects.requireNonNull(file.read(), "no agent was announced");
        Map<String, String> now = surroundings.look();
        file.write(state.assessed(now));
        return findings(changed(state.expected(), now));
    }

    /** The state at the end of {@code prepare}. */
    void prepared() {
        Map<String, String> now = surroundings.look();
        file.write(new WatchState(0, now, now));
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
        return changed;
    }

    private static List<Finding> findings(Set<String> changed) {
        List<Finding> findings = new ArrayList<>();
        changed.stream().limit(NAMED).map(OutsideWatch::finding).forEach(findings::add);
        if (changed.size() > NAMED) {
            findings.add(new Finding(
                    FindingKind.OUTSIDE_WORKSPACE,
                    "",
                    "%d more changes outside the workspace".formatted(changed.size() - NAMED),
                    true));
        }
        return findings;
    }

    private static Finding finding(String key) {
        String name = key.substring(key.indexOf(':') + 1);
        if (key.startsWith(Surroundings.GIT)) {
            return new Finding(
                    FindingKind.GIT_DAMAGED,
                    ".git",
                    "%s of the user's git repository changed while the agent worked".formatted(name),
                    true);
        }
        String where = key.startsWith(Surroundings.SOURCE)
                ? "%s in the user's own directory changed while the agent worked in its copy"
                : "%s beside the workspace changed while the agent worked";
        return new Finding(FindingKind.OUTSIDE_WORKSPACE, "", where.formatted(name), true);
    }
}
