package dev.pawl.agent.qwen;

import dev.pawl.agent.ActionKind;
import dev.pawl.agent.output.ToolKinds;
import java.util.Map;
import java.util.Set;

/** The tools of Qwen Code by their effect. */
final class QwenTools {
    static final ToolKinds KINDS = new ToolKinds(Map.of(
            ActionKind.COMMAND, Set.of("run_shell_command"),
            ActionKind.FILE_EDIT, Set.of("write_file", "edit", "replace", "notebook_edit"),
            ActionKind.FILE_READ, Set.of("read_file", "read_many_files", "list_directory"),
            ActionKind.SEARCH, Set.of("grep_search", "search_file_content", "glob", "web_search", "lsp"),
            ActionKind.QUESTION, Set.of("ask_user_question")));

    private QwenTools() {}
}
