package dev.pawl.local.engine;

import dev.pawl.workflows.task.search.TaskSearchAttributes;
import io.temporal.common.SearchAttributeKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a durable local server. */
final class EngineCommand {
    private EngineCommand() {}

    /**
     * @param credentials directory of its certificates
     * @param uiSecret file with the key of login links
     */
    static List<String> of(Path binary, Path database, Path credentials, Path uiSecret, int port, int uiPort) {
        List<String> command = new ArrayList<>(List.of(binary.toString(), "serve"));
        command.addAll(List.of("--db-filename", database.toString()));
        command.addAll(List.of("--credentials", credentials.toString()));
        command.addAll(List.of("--ui-secret", uiSecret.toString()));
        command.addAll(List.of("--port", Integer.toString(port), "--ui-port", Integer.toString(uiPort)));
        for (SearchAttributeKey<?> key : TaskSearchAttributes.ALL) {
            command.addAll(List.of(
                    "--search-attribute", key.getName() + "=" + TaskSearchAttributes.typeName(key.getValueType())));
        }
        return command;
    }
}
