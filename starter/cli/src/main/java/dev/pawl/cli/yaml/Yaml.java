package dev.pawl.cli.yaml;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** YAML as nodes with positions. */
public final class Yaml {
    /** Characters of the keys of a task or of the agents. */
    public static final int SMALL = 1024 * 1024;

    /** Name of the file that was read in the places of its nodes. */
    static final String OWN = "";

    /** Deeper than any key; the composer needs a stack frame for each level. */
    private static final int DEEPEST = 50;

    private final LoadSettings settings;
    private final boolean aliases;
    private final Problems problems;

    private Yaml(int longest, boolean aliases, String file, Problems problems) {
        this.settings = LoadSettings.builder()
                .setLabel(file)
                .setSchema(new CoreSchema())
                .setCodePointLimit(longest)
                .build();
        this.aliases = aliases;
        this.problems = problems;
    }

    /**
     * The keys of a text of at most {@value #SMALL} characters; none for an empty one.
     *
     * @param what name of the text in problems
     * @return null if it is not a mapping, which is then reported
     */
    public static @Nullable MappingNode mapping(String yaml, String what, Problems problems) {
        return mapping(yaml, what, OWN, problems);
    }

    /** @param file its name in the places of the nodes */
    public static @Nullable MappingNode mapping(String yaml, String what, String file, Problems problems) {
        return new Yaml(SMALL, true, file, problems).mapping(yaml, what);
    }

    /** As {@link #mapping}, for a text of at most so many characters and without aliases. */
    public static @Nullable MappingNode plain(String yaml, int longest, String what, Problems problems) {
        return new Yaml(longest, false, OWN, problems).mapping(yaml, what);
    }

    private @Nullable MappingNode mapping(String yaml, String what) {
        try {
            if (!composable(yaml)) {
                return null;
            }
            Optional<Node> root = new Compose(settings).composeString(yaml);
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

    /** Looks at the events, which need no stack, before nodes are made of them. */
    private boolean composable(String yaml) {
        int depth = 0;
        for (Event event : new Parse(settings).parseString(yaml)) {
            switch (event.getEventId()) {
                case MappingStart, SequenceStart -> depth++;
                case MappingEnd, SequenceEnd -> depth--;
                case Alias -> {
                    if (!aliases) {
                        refuse(event, "an alias: this file has none", "write the value out");
                        return false;
                    }
                }
                default -> {}
            }
            if (depth > DEEPEST) {
                refuse(event, "nested more than " + DEEPEST + " levels deep", null);
                return false;
            }
        }
        return true;
    }

    private void refuse(Event event, String reason, @Nullable String hint) {
        problems.atYaml(event.getStartMark().orElse(null), reason, hint);
    }
}
