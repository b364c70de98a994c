package dev.pawl.agent.modelserver;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Calls the agent's own tools, in the agent's own format. */
final class AgentTools {
    private static final Map<String, Function<Script.WriteFile, ObjectNode>> WRITE = Map.of(
            "Write", write -> arguments("file_path", write.path(), "content", write.content()),
            "write_file", write -> arguments("file_path", write.path(), "content", write.content()),
            "write", write -> arguments("filePath", write.path(), "content", write.content()),
            "create", write -> arguments("path", write.path(), "file_text", write.content()));

    private static final Map<String, Function<String, ObjectNode>> SHELL = Map.of(
            "Bash", command -> arguments("command", command, "description", "scripted"),
            "bash", command -> arguments("command", command, "description", "scripted"),
            "run_shell_command",
                    command -> arguments("command", command, "description", "scripted")
                            .put("is_background", false),
            "exec_command",
                    command -> Wire.JSON.createObjectNode().put("cmd", command).put("yield_time_ms", 30_000),
            "shell_command", command -> Wire.JSON.createObjectNode().put("command", command));

    private AgentTools() {}

    /** With the tool for files, or else with the shell. */
    static Reply.Tool write(List<String> offered, Script.WriteFile write) {
        for (String name : offered) {
            Function<Script.WriteFile, ObjectNode> arguments = WRITE.get(name);
            if (arguments != null) {
                return new Reply.Tool(name, arguments.apply(write));
            }
        }
        return shell(
                offered,
                "cat > '" + write.path() + "' <<'END'\n" + write.content().stripTrailing() + "\nEND\n");
    }

    static Reply.Tool shell(List<String> offered, String command) {
        for (String name : offered) {
            Function<String, ObjectNode> arguments = SHELL.get(name);
            if (arguments != null) {
                return new Reply.Tool(name, arguments.apply(command));
            }
        }
        throw new IllegalStateException("no shell among the tools " + offered);
    }

    private static ObjectNode arguments(String first, String value, String second, String other) {
        return Wire.JSON.createObjectNode().put(first, value).put(second, other);
    }
}
