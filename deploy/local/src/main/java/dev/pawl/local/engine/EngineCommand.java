package dev.pawl.local.engine;

import dev.pawl.workflows.task.search.TaskSearchAttributes;
import io.temporal.common.SearchAttributeKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a durable local server. */
final class EngineCommand {
    private static final List<String> DYNAMIC_CONFIGURATION = List.of(
            // By default each shard's queues are read at most 20 times a second, so every step waits up to 50 ms.
            "history.transferProcessorMaxPollRPS=2000",
            "history.timerProcessorMaxPollRPS=2000",
            "system.enableActivityEagerExecution=true");

    private EngineCommand() {}

    static List<String> of(Path binary, Path database, int port, int uiPort) {
        List<String> command = new ArrayList<>(List.of(binary.toString(), "server", "start-dev"));
        command.addAll(List.of("--ip", "127.0.0.1", "--port", Integer.toString(port)));
        command.addAll(List.of("--ui-ip", "127.0.0.1", "--ui-port", Integer.toString(uiPort)));
        command.addAll(List.of("--db-filename", database.toString()));
        // Commits are durable.
        command.addAll(List.of("--sqlite-pragma", "journal_mode=WAL", "--sqlite-pragma", "synchronous=FULL"));
        command.addAll(List.of("--log-level", "warn"));
        for (String value : DYNAMIC_CONFIGURATION) {
            command.addAll(List.of("--dynamic-config-value", value));
        }
        for (SearchAttributeKey<?> key : TaskSearchAttributes.ALL) {
            command.addAll(List.of(
                    "--search-attribute", key.getName() + "=" + TaskSearchAttributes.typeName(key.getValueType())));
        }
        return command;
    }
}
