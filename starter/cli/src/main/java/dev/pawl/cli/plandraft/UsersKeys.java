package dev.pawl.cli.plandraft;

import dev.pawl.cli.repository.Layers;
import dev.pawl.cli.taskfile.NamedAgent;
import dev.pawl.cli.taskfile.TaskFile;
import dev.pawl.cli.yaml.Problems;
import dev.pawl.cli.yaml.Yaml;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/**
 * The keys of a drafted plan that the user chose, by the command or by the defaults of the repository.
 *
 * @param file where the plan will be, absolute
 * @param yaml its keys, one or more lines each
 */
public record UsersKeys(Path file, String yaml) {
    private static final DumpSettings BLOCK = DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setWidth(1_000)
            .build();

    /**
     * @param repository its top directory
     * @param task whose agents and sandbox the packages get
     */
    public static UsersKeys of(Path file, Path repository, TaskFile task) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("repository", place(file, repository));
        agents(task, keys);
        if (!task.sandbox().equals("none")) {
            keys.put("sandbox", task.sandbox());
            keys.put("network", task.network());
        }
        return new UsersKeys(file, new Dump(BLOCK).dumpToString(keys));
    }

    private static String place(Path file, Path repository) {
        Path directory = file.resolveSibling("");
        if (!directory.startsWith(repository)) {
            return repository.toString();
        }
        String relative = directory.relativize(repository).toString();
        return relative.isEmpty() ? "." : relative;
    }

    private static void agents(TaskFile task, Map<String, Object> keys) {
        if (task.agents().size() > 1) {
            keys.put("agents", task.agents().stream().map(NamedAgent::name).toList());
        } else {
            NamedAgent agent = task.agent();
            keys.put("agent", agent.name());
            if (agent.model() != null) {
                keys.put("model", agent.model());
            }
            if (agent.name().equals("command")) {
                keys.put("command", agent.command());
            }
        }
        if (task.continued()) {
            keys.put("continue", true);
        }
    }

    /** The keys of a draft, and these. */
    MappingNode with(MappingNode draft) {
        Problems none = new Problems();
        MappingNode own = Objects.requireNonNull(
                Yaml.mapping(yaml, "the user's keys", file.toString(), none), "keys that were just written");
        List<NodeTuple> all = new ArrayList<>(own.getValue());
        all.addAll(draft.getValue());
        return Layers.with(draft, all);
    }
}
