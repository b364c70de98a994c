package dev.pawl.cli.document;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.pawl.api.client.Words;
import dev.pawl.api.v1.CheckFile;
import dev.pawl.api.v1.Control;
import dev.pawl.api.v1.Iteration;
import dev.pawl.api.v1.Proof;
import dev.pawl.api.v1.Task;

/** Why the results of a task may be trusted, as JSON. docs/cli.md lists its fields. */
public final class EvidenceDocument {
    private EvidenceDocument() {}

    public static JsonObject of(Task task) {
        JsonObject json = new JsonObject();
        json.addProperty("id", task.getId());
        json.addProperty("title", task.getTitle());
        json.add("status", Json.text(Words.of(task.getStatus())));
        json.add("base_snapshot", Json.text(task.getBaseSnapshot()));
        json.add("baseline", Json.array(task.getBaselineList(), TaskDocument::check));
        json.add("iterations", Json.array(task.getIterationsList(), EvidenceDocument::iteration));
        return json;
    }

    private static JsonObject iteration(Iteration iteration) {
        JsonObject json = new JsonObject();
        json.addProperty("number", iteration.getNumber());
        json.add("snapshot", Json.text(iteration.getSnapshot()));
        json.add("diff", iteration.hasDiff() ? TaskDocument.diff(iteration.getDiff()) : JsonNull.INSTANCE);
        json.add("checks", Json.array(iteration.getChecksList(), TaskDocument::check));
        json.add("findings", Json.array(iteration.getFindingsList(), TaskDocument::finding));
        json.add("proof", iteration.hasProof() ? proof(iteration.getProof()) : JsonNull.INSTANCE);
        return json;
    }

    static JsonObject proof(Proof proof) {
        JsonObject json = new JsonObject();
        json.addProperty("verified", proof.getVerified());
        json.add("tree", Json.text(proof.getTree()));
        json.add("controls", Json.array(proof.getControlsList(), EvidenceDocument::control));
        json.add("check_files", Json.array(proof.getCheckFilesList(), EvidenceDocument::file));
        json.add("unknown", Json.texts(proof.getUnknownList()));
        return json;
    }

    private static JsonObject control(Control control) {
        JsonObject json = new JsonObject();
        json.addProperty("check", control.getCheck());
        json.addProperty("state", control.getState());
        json.add("put_back", Json.texts(control.getPutBackList()));
        json.add("emptied", Json.texts(control.getEmptiedList()));
        json.add("causes", Json.texts(control.getCausesList()));
        json.addProperty("line", control.getLine());
        return json;
    }

    private static JsonObject file(CheckFile file) {
        JsonObject json = new JsonObject();
        json.addProperty("path", file.getPath());
        json.addProperty("why", file.getWhy());
        json.addProperty("kept_as_in_base", file.getKeptAsInBase());
        return json;
    }
}
