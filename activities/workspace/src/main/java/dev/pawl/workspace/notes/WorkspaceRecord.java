package dev.pawl.workspace.notes;

import dev.pawl.workflows.model.request.WorkspaceMode;
import dev.pawl.workspace.scan.BaseRules;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What must be known about a workspace after a restart; kept beside its snapshots, out of the agent's sight.
 *
 * @param source canonical directory the user named; absent for an empty workspace
 * @param repository whether the source is a git repository
 * @param repository whether the source is a git repository
 * @param head commit of the source's repository the task started from; absent where it has none
 * @param base first snapshot
 * @param rules ignore rules of the base
 * @param artefacts raw paths that setup and checks left, which are no part of a result
 * @param omitted what the base snapshot already lacked, by raw path, with its stamp
 * @param uncommitted raw paths in the base that HEAD lacks or has otherwise
 * @param notes for people
 */
public record WorkspaceRecord(
        WorkspaceMode mode,
        @Nullable String source,
        boolean repository,
        @Nullable String head,
        String base,
        BaseRules rules,
        Set<String> artefacts,
        Map<String, String> omitted,
        List<String> uncommitted,
        List<String> notes) {
    public WorkspaceRecord {
        artefacts = Set.copyOf(artefacts);
        omitted = Map.copyOf(omitted);
        uncommitted = List.copyOf(uncommitted);
        notes = List.copyOf(notes);
    }

    public boolean inPlace() {
        return mode == WorkspaceMode.IN_PLACE;
    }

    public WorkspaceRecord withArtefacts(Set<String> more) {
        return new WorkspaceRecord(mode, source, repository, head, base, rules, more, omitted, uncommitted, notes);
    }
}
