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
        return new TaskFile(
                file,
                values.title(parts.prompt()),
                parts.prompt(),
                lineup,
                values.continued(lineup),
                start.workspace(),
                start.path(),
                mode == null ? "isolated" : mode,
                uncommitted,
                start.patterns(values.copy("workspace", workspace)),
                sandbox,
                network,
                values.allowHosts(sandbox, network),
                values.limits(),
                start.paths(values.inside("files")),
                start.owned(values.inside("owns")),
                setup,
                start.paths(values.inside("protect")),
                checks,
                values.verify(),
                deliver,
                values.branch(deliver),
                values.judge(lineup.getFirst().kind()),
                values.breakpoints(checks, deliver),
                keys.texts("labels"),
                start.paths(values.inside("removes")),
                start.tests(values.tests()),
                values.environment(),
                values.personWait());
    }
}
