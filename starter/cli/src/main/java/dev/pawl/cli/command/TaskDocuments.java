package dev.pawl.cli.command;

import com.google.gson.JsonObject;
import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.GetContentRequest;
import dev.pawl.api.v1.Task;
import dev.pawl.cli.document.TaskDocument;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The document of a task with its texts. */
final class TaskDocuments {
    private TaskDocuments() {}

    static JsonObject of(PawlClient client, Task task) {
        return TaskDocument.of(task, reference -> content(client, reference));
    }

    private static String content(PawlClient client, String reference) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        client.tasks()
                .getContent(GetContentRequest.newBuilder().setRef(reference).build())
                .forEachRemaining(part -> text.writeBytes(part.getChunk().toByteArray()));
        return text.toString(StandardCharsets.UTF_8);
    }
}
