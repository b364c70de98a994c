package dev.pawl.cli.repository;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Keys of a task over the defaults of its repository. Nodes keep their places, so that problems name their file. */
public final class Layers {
    /** Groups that are merged key by key. Any other value replaces the default as a whole, lists too. */
    private static final Set<String> MERGED = Set.of("limits");

    /** Keys that say together which agent works: a task that names its agent takes none of them from the defaults. */
    private static final Set<String> OF_AGENT = Set.of("agent", "agents", "model", "command", "continue");

    private Layers() {}

    /** All keys of the upper mapping, and those of the lower one that it does not replace. */
    public static MappingNode over(MappingNode upper, MappingNode lower) {
        Map<String, Node> given = values(upper);
        Set<String> replaced = new HashSet<>(given.keySet());
        if (given.containsKey("agent") || given.containsKey("agents")) {
            replaced.addAll(OF_AGENT);
        }
        if (given.containsKey("workspace")) {
            replaced.add("directory");
        }
        if (given.containsKey("sandbox")) {
            replaced.add("network");
            replaced.add("allow-hosts");
        }
        Map<String, Node> defaults = values(lower);
        List<NodeTuple> keys = new ArrayList<>();
        for (NodeTuple own : upper.getValue()) {
            keys.add(merged(own, defaults));
        }
        for (NodeTuple inherited : lower.getValue()) {
            if (inherited.getKeyNode() instanceof ScalarNode key && !replaced.contains(key.getValue())) {
                keys.add(inherited);
            }
        }
        return with(upper, keys);
    }

    private static NodeTuple merged(NodeTuple own, Map<String, Node> defaults) {
        return own.getKeyNode() instanceof ScalarNode key
                        && MERGED.contains(key.getValue())
                        && own.getValueNode() instanceof MappingNode group
                        && defaults.get(key.getValue()) instanceof MappingNode lower
                ? new NodeTuple(key, over(group, lower))
                : own;
    }

    /** A mapping with other keys at the same place. */
    public static MappingNode with(MappingNode place, List<NodeTuple> keys) {
        return new MappingNode(
                place.getTag(), true, keys, place.getFlowStyle(), place.getStartMark(), place.getEndMark());
    }

    /** The values of a mapping by key. */
    public static Map<String, Node> values(MappingNode mapping) {
        Map<String, Node> values = new HashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key) {
                values.putIfAbsent(key.getValue(), tuple.getValueNode());
            }
        }
        return values;
    }
}
