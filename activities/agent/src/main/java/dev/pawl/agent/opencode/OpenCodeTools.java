package dev.pawl.agent.opencode;

import dev.pawl.agent.ActionKind;
import dev.pawl.agent.output.ToolKinds;
import java.util.Map;
import java.util.Set;

/** The tools of OpenCode by their effect. */
final class OpenCodeTools {
    static final ToolKinds KINDS = new ToolKinds(Map.of(
            ActionKind.COMMAND, Set.of("bash"),
            ActionKind.FILE_EDIT, Set.of("write", "edit", "multiedit", "patch", "apply_patch"),
            ActionKind.FILE_READ, Set.of("read", "list"),
            ActionKind.SEARCH, Set.of("grep", "glob", "websearch", "codesearch", "lsp"),
            ActionKind.QUESTION, Set.of("question")));

    private OpenCodeTools() {}
}
