package dev.pawl.agent.claude;

import dev.pawl.agent.ActionKind;
import dev.pawl.agent.output.ToolKinds;
import java.util.Map;
import java.util.Set;

/** The tools of Claude Code by their effect, including those of older versions. */
final class ClaudeCodeTools {
    static final ToolKinds KINDS = new ToolKinds(Map.of(
            ActionKind.COMMAND, Set.of("Bash", "PowerShell"),
            ActionKind.FILE_EDIT, Set.of("Write", "Edit", "MultiEdit", "NotebookEdit"),
            ActionKind.FILE_READ, Set.of("Read", "NotebookRead", "LS"),
            ActionKind.SEARCH, Set.of("Grep", "Glob", "WebSearch", "LSP", "ToolSearch"),
            ActionKind.QUESTION, Set.of("AskUserQuestion")));

    private ClaudeCodeTools() {}
}
