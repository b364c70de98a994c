package dev.pawl.evidence.obstacle;

import dev.pawl.evidence.reach.CheckFiles;
import dev.pawl.evidence.tree.FileTree;
import dev.pawl.workflows.model.evidence.CheckEvidence;
import dev.pawl.workflows.model.evidence.HostObstacle;
import dev.pawl.workflows.model.request.CheckSpec;
import dev.pawl.workflows.model.request.TaskRequest;
import dev.pawl.workspace.directory.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds checks that are red on the untouched base for a reason of the host. A check that may be red because the work is
 * missing is never one of them.
 */
public final class HostObstacles {
    private static final List<Function<RedBase, Optional<HostObstacle>>> KINDS = List.of(
            TimedOut::of,
            UnreadableReport::of,
            NotTrusted::of,
            MissingBrowser::of,
            MissingPackage::of,
            MissingProgram::of,
            MissingFile::of,
            MissingVariable::of);

    private final TaskRequest request;
    private final FileTree base;
    private final Workspace workspace;
    private final Set<String> variables;
    private final Function<CheckEvidence, String> output;

    /**
     * @param base the files of the base
     * @param variables names of variables that the worker has and checks get only if the task names them
     * @param output all that a check printed
     */
    public HostObstacles(
            TaskRequest request,
            FileTree base,
            Workspace workspace,
            Set<String> variables,
            Function<CheckEvidence, String> output) {
        this.request = request;
        this.base = base;
        this.workspace = workspace;
        this.variables = Set.copyOf(variables);
        this.output = output;
    }

    /** @param baseline the result of each check on the untouched base */
    public List<HostObstacle> among(List<CheckSpec> checks, List<CheckEvidence> baseline) {
        List<HostObstacle> obstacles = new ArrayList<>();
        for (CheckSpec check : checks) {
            baseline.stream()
                    .filter(evidence -> evidence.name().equals(check.name()) && !evidence.satisfied())
                    .findFirst()
                    .flatMap(evidence -> of(red(check, evidence)))
                    .ifPresent(obstacles::add);
        }
        return List.copyOf(obstacles);
    }

    static Optional<HostObstacle> of(RedBase red) {
        return KINDS.stream().flatMap(kind -> kind.apply(red).stream()).findFirst();
    }

    private RedBase red(CheckSpec check, CheckEvidence evidence) {
        CheckFiles reached =
                CheckFiles.of(List.of(check), base, request.workspace().start());
        String source = workspace.record().source();
        return new RedBase(
                check,
                reached.started().getOrDefault(check.name(), List.of()),
                evidence,
                output.apply(evidence),
                request,
                base,
                workspace.directory(),
                source == null ? null : Path.of(source),
                variables);
    }
}
