package dev.pawl.worker.explain;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pawl.evidence.ExplainedCheck;
import dev.pawl.workflows.model.request.TaskRequest;

/** Which files belong to each check of a task, and why, as one JSON document. */
public final class Explanation {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Explanation() {}

    /** @throws IllegalArgumentException saying why nothing can be said of the task's workspace */
    public static String of(TaskRequest request) {
        ArrayNode checks = JSON.createArrayNode();
        for (ExplainedCheck explained : ExplainedCheck.of(request)) {
            ObjectNode check = checks.addObject();
            check.put("check", explained.check().name());
            check.put("run", explained.check().run());
            ArrayNode files = check.putArray("files");
            explained
                    .files()
                    .forEach(file -> files.addObject()
                            .put("path", file.path())
                            .put("why", file.why())
                            .put("kept_as_in_base", file.keptAsInBase()));
        }
        return checks.toString();
    }
}
