package dev.pawl.workspace.notes;

import dev.pawl.workflows.model.request.WorkspaceMode;
import dev.pawl.workspace.scan.BaseRules;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What must be known about a workspace after a restart; stored beside its snapshots, where the agent can't see it.
 *
 * @param source canonical directory that the user named; absent for an empty workspace
 * @param repository whether the source is a git repository
 * @param head commit of the source's repository that the task started from; absent if it has none
 * @param base first snapshot
 * @param rules ignore rules of the base
 * @param artefacts raw paths that setup and checks left and that are not part of a result
 * @param omitted what the base snapshot already lacked, by raw path, with its stamp
 * @param uncommitted raw paths in the base that HEAD lacks or has with other content
 * @param shape of the source's repository
 * @param notes for people
 * @param copied raw paths of copied untracked files, which are among the artefacts
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
        SourceShape shape,
        List<String> notes,
        List<String> copied) {
    private static final int EXCLUDED = 1000;

    public WorkspaceRecord {
        artefacts = Set.copyOf(artefacts);
        omitted = Map.copyOf(omitted);
        uncommitted = List.copyOf(uncommitted);
        notes = List.copyOf(notes);
        copied = List.copyOf(copied);
    }

    public boolean inPlace() {
        return mode == WorkspaceMode.IN_PLACE;
    }

    /** Ignore rules of a repository with the same content: those of the base, and the copied files. */
    public String exclude() {
        StringBuilder lines = new StringBuilder(rules.exclude());
        copied.stream()
                .limit(EXCLUDED)
                .map(path -> "\n/" + path.replaceAll("[\\\\*?\\[]| $", "\\\\$0"))
                .forEach(lines::append);
        return copied.isEmpty() ? rules.exclude() : lines.append('\n').toString();
    }

    /** With another base, and with more raw paths that differ from HEAD. */
    public WorkspaceRecord withBase(String other, Set<String> taken) {
        List<String> all =
                Stream.concat(uncommitted.stream(), taken.stream()).distinct().toList();
        return new WorkspaceRecord(
                mode, source, repository, head, other, rules, artefacts, omitted, all, shape, notes, copied);
    }

    public WorkspaceRecord withArtefacts(Set<String> more) {
        return new WorkspaceRecord(
                mode, source, repository, head, base, rules, more, omitted, uncommitted, shape, notes, copied);
    }
}
