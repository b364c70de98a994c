package dev.pawl.agent.output;

import dev.pawl.agent.ActionKind;
import java.util.Map;
import java.util.Set;

/**
 * The effects of one program's tools.
 *
 * @param names of its tools by kind; any other is {@link ActionKind#TOOL}
 */
public record ToolKinds(Map<ActionKind, Set<String>> names) {
    public ToolKinds {
        names = Map.copyOf(names);
    }

    public ActionKind of(String tool) {
        return names.entrySet().stream()
                .filter(kind -> kind.getValue().contains(tool))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(ActionKind.TOOL);
    }
}
