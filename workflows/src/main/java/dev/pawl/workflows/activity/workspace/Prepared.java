package dev.pawl.workflows.activity.workspace;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.pawl.workflows.model.Require;
import dev.pawl.workflows.model.evidence.CheckEvidence;
import dev.pawl.workflows.model.evidence.ClaimChecked;
import dev.pawl.workflows.model.evidence.HostObstacle;
import dev.pawl.workflows.model.request.CheckSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param base the snapshot to compare with
 * @param checks the task's checks, or the detected ones if it names none
 * @param baseline the result of each check before any agent ran
 * @param notes for people, for example that uncommitted changes were left out
 * @param obstacles why checks cannot become green on this host; empty if none is known
 * @param forked the snapshot of another task that the first iteration starts from; absent means the base
 */
@ClaimChecked
public record Prepared(
        String base,
        String tree,
        List<CheckSpec> checks,
        List<CheckEvidence> baseline,
        List<String> notes,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<HostObstacle> obstacles,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String forked) {
    /** Without obstacles. */
    public Prepared(
            String base, String tree, List<CheckSpec> checks, List<CheckEvidence> baseline, List<String> notes) {
        this(base, tree, checks, baseline, notes, List.of(), null);
    }

    public Prepared {
        checks = List.copyOf(checks);
        baseline = List.copyOf(baseline);
        notes = List.copyOf(notes);
        obstacles = Require.list(obstacles);
    }

    /** The snapshot that the first iteration starts from. */
    public String start() {
        return forked == null ? base : forked;
    }

    /** The same after a person decided to start anyway. */
    public Prepared withoutObstacles() {
        return new Prepared(base, tree, checks, baseline, notes, List.of(), forked);
    }
}
