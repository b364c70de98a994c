package dev.pawl.cli.document;

import com.google.gson.JsonObject;
import dev.pawl.cli.yaml.Problem;

/** A problem of a file. */
public final class ProblemDocument {
    private ProblemDocument() {}

    public static JsonObject of(Problem problem) {
        JsonObject json = new JsonObject();
        json.addProperty("line", problem.line());
        json.addProperty("column", problem.column());
        json.addProperty("reason", problem.reason());
        json.add("hint", Json.text(problem.hint()));
        if (problem.elsewhere() != null) {
            json.addProperty("file", problem.elsewhere());
        }
        return json;
    }
}
