package dev.pawl.cli.planfile;

import dev.pawl.cli.yaml.Section;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** A package and its place in the file. */
record ReadPackage(PlannedPackage planned, Section keys) {
    /** The item of a list with this text, or the list if there is none. */
    Node item(String key, String text) {
        return keys.has(key)
                ? keys.items(key).stream()
                        .filter(node -> node instanceof ScalarNode word
                                && word.getValue().equals(text))
                        .findFirst()
                        .orElse(keys.place(key))
                : keys.node();
    }
}
