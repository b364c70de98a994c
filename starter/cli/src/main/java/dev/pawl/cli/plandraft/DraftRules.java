package dev.pawl.cli.plandraft;

import dev.pawl.cli.planfile.PlanKeys;
import dev.pawl.cli.repository.Layers;
import dev.pawl.cli.taskfile.Keys;
import dev.pawl.cli.yaml.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Refuses, by name, the keys of a plan file that are not for drafts. Unknown keys are left to the reader of plans. */
final class DraftRules {
    private final Problems problems;

    DraftRules(Problems problems) {
        this.problems = problems;
    }

    /** The plan without the refused keys. */
    MappingNode allowed(MappingNode plan) {
        return group(plan, "", PlanKeys.PLAN, DraftKeys.PLAN);
    }

    private MappingNode group(MappingNode node, String path, List<String> known, List<String> allowed) {
        List<NodeTuple> kept = new ArrayList<>();
        for (NodeTuple tuple : node.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode word ? word.getValue() : "";
            if (known.contains(key) && !allowed.contains(key)) {
                problems.at(
                        tuple.getKeyNode(),
                        "'" + path + key + "' is not for a draft: the user decides it",
                        "remove the key; a draft has " + String.join(", ", allowed));
            } else {
                kept.add(new NodeTuple(tuple.getKeyNode(), value(key, path, tuple.getValueNode())));
            }
        }
        return Layers.with(node, kept);
    }

    private Node value(String key, String path, Node value) {
        return switch (key) {
            case "limits" ->
                value instanceof MappingNode limits && path.isEmpty()
                        ? group(limits, "limits.", PlanKeys.LIMITS, DraftKeys.LIMITS)
                        : value;
            case "packages" -> items(value, each -> group(each, "packages.", PlanKeys.PACKAGE, DraftKeys.PACKAGE));
            case "checks" -> items(value, each -> group(each, path + "checks.", Keys.CHECK, DraftKeys.CHECK));
            default -> value;
        };
    }

    private static Node items(Node list, UnaryOperator<MappingNode> change) {
        if (!(list instanceof SequenceNode items)) {
            return list;
        }
        List<Node> changed = items.getValue().stream()
                .map(item -> item instanceof MappingNode group ? change.apply(group) : item)
                .toList();
        return new SequenceNode(
                items.getTag(), true, changed, items.getFlowStyle(), items.getStartMark(), items.getEndMark());
    }
}
