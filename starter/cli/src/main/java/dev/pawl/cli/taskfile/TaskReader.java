package dev.pawl.cli.taskfile;

import dev.pawl.cli.yaml.Problems;
import dev.pawl.cli.yaml.Section;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads one task file. If a problem was reported, the value is a stand-in that is never used. */
final class TaskReader {
    private final Path file;
    private final FrontMatter parts;
    private final @Nullable String lacking;
    private final Section keys;
    private final TaskKeys values;
    private final Path home;

    /** @param lacking what to do if no agent is named; null if that is no problem here */
    TaskReader(
            Path file, FrontMatter parts, AgentsFile agents, @Nullable String lacking, Path home, Problems problems) {
        this.file = file;
        this.parts = parts;
        this.lacking = lacking;
        this.home = home;
        MappingNode node = parts.keys() == null ? new MappingNode(Tag.MAP, List.of(), FlowStyle.BLOCK) : parts.keys();
        this.keys = new Section(node, "", Keys.TASK, problems);
        this.values = new TaskKeys(file, keys, agents, home, problems);
    }

    TaskFile read() {
        List<NamedAgent> lineup = values.agents(lacking);
        Path workspace = values.directory("workspace");
        String mode = keys.oneOf("mode", Keys.MODES);
        if ("in-place".equals(mode) && !keys.has("workspace")) {
            keys.problem("mode", "in-place works in an existing directory", "name it with 'workspace'");
        }
        boolean uncommitted = Boolean.TRUE.equals(keys.truth("include-uncommitted"));
        StartDirectory start = new StartReader(keys, home, "in-place".equals(mode), uncommitted).read(workspace);
        String sandbox = values.sandbox();
        String network = values.network();
        List<TaskFile.Setup> setup = values.setup();
        List<TaskFile.Check> checks = values.checks();
        values.checkTime(setup, checks);
        if (!"none".equals(sandbox)) {
            values.checkHidden(lineup, setup, checks);
        }
        String deliver = values.deliver("workspace");
        return TaskFile.of(file, values.title(parts.prompt()), parts.prompt(), lineup)
                .continued(values.continued(lineup))
                .workspace(start.workspace())
                .directory(start.path())
                .mode(mode == null ? "isolated" : mode)
                .includeUncommitted(uncommitted)
                .copy(start.patterns(values.copy("workspace", workspace)))
                .sandbox(sandbox)
                .network(network)
                .allowHosts(values.allowHosts(sandbox, network))
                .limits(values.limits())
                .files(start.paths(values.inside("files")))
                .owns(start.owned(values.inside("owns")))
                .setup(setup)
                .protect(start.paths(values.inside("protect")))
                .checks(checks)
                .verify(values.verify())
                .deliver(deliver)
                .branch(values.branch(deliver))
                .judge(values.judge(lineup.getFirst().kind()))
                .breakpoints(values.breakpoints(checks, deliver))
                .labels(keys.texts("labels"))
                .removes(start.paths(values.inside("removes")))
                .tests(start.tests(values.tests()))
                .environment(values.environment())
                .personWait(values.personWait())
                .build();
    }
}
