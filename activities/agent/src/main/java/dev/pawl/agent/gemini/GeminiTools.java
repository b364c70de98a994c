package dev.pawl.agent.gemini;

import dev.pawl.agent.ActionKind;
import dev.pawl.agent.output.ToolKinds;
import java.util.Map;
import java.util.Set;

/** The tools of Gemini CLI by their effect. */
final class GeminiTools {
    static final ToolKinds KINDS = new ToolKinds(Map.of(
            ActionKind.COMMAND, Set.of("run_shell_command"),
            ActionKind.FILE_EDIT, Set.of("write_file", "replace", "edit"),
            ActionKind.FILE_READ, Set.of("read_file", "read_many_files", "list_directory"),
            ActionKind.SEARCH, Set.of("search_file_content", "grep_search", "glob", "google_web_search"),
            ActionKind.QUESTION, Set.of("ask_user")));

    private GeminiTools() {}
}
