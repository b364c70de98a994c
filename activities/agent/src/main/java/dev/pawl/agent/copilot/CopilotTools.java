package dev.pawl.agent.copilot;

import dev.pawl.agent.ActionKind;
import dev.pawl.agent.output.ToolKinds;
import java.util.Map;
import java.util.Set;

/** The tools of Copilot CLI by their effect. */
final class CopilotTools {
    static final ToolKinds KINDS = new ToolKinds(Map.of(
            ActionKind.COMMAND, Set.of("bash", "write_bash", "powershell", "write_powershell"),
            ActionKind.FILE_EDIT, Set.of("create", "edit", "apply_patch", "str_replace_editor"),
            ActionKind.FILE_READ, Set.of("view"),
            ActionKind.SEARCH, Set.of("grep", "rg", "glob", "web_search"),
            ActionKind.QUESTION, Set.of("ask_user")));

    private CopilotTools() {}
}
