package dev.pawl.cli.taskfile;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** YAML as nodes with positions. */
final class Yaml {
    private static final int LONGEST = 1024 * 1024;
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setSchema(new CoreSchema())
            .setCodePointLimit(LONGEST)
            .build();

    private Yaml() {}

    /**
     * The keys of a text; none for an empty one.
     *
     * @param what name of the text in problems
     * @return null if it is not a mapping, which is then reported
     */
    static @Nullable MappingNode mapping(String yaml, String what, Problems problems) {
        try {
            Optional<Node> root = new Compose(SETTINGS).composeString(yaml);
            if (root.isEmpty()) {
                return new MappingNode(Tag.MAP, List.of(), FlowStyle.BLOCK);
            }
            if (root.get() instanceof MappingNode keys) {
                return keys;
            }
            problems.at(root.get(), what + " is not a list of 'key: value' lines");
        } catch (MarkedYamlEngineException e) {
            String context = e.getContext() == null ? "" : ", " + e.getContext();
            problems.atYaml(e.getProblemMark().orElse(null), "not valid YAML: " + e.getProblem() + context, null);
        } catch (YamlEngineException e) {
            problems.atYaml(null, "not valid YAML: " + e.getMessage(), null);
        }
        return null;
    }
}
