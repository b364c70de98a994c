package dev.pawl.cli.document;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.pawl.api.client.Words;
import dev.pawl.api.v1.Decision;
import dev.pawl.api.v1.Task;
import java.util.List;

/** The JSON document of all decisions on a task. docs/cli.md lists its fields. */
public final class DecisionDocument {
    private DecisionDocument() {}

    public static JsonObject of(Task task, List<Decision> decisions) {
        JsonObject json = new JsonObject();
        json.addProperty("id", task.getId());
        json.add("status", Json.text(Words.of(task.getStatus())));
        json.add("decisions", Json.array(decisions, DecisionDocument::decision));
        return json;
    }

    private static JsonObject decision(Decision decision) {
        JsonObject json = new JsonObject();
        json.addProperty("number", decision.getNumber());
        json.addProperty("iteration", decision.getIteration());
        json.add("type", Json.text(Words.of(decision.getType())));
        json.add("reasons", Json.texts(decision.getReasonsList()));
        json.add("decided_by", Json.text(decision.getDecidedBy()));
        json.add("policy_version", Json.text(decision.getPolicyVersion()));
        json.add("score", decision.hasScore() ? Json.number(decision.getScore()) : JsonNull.INSTANCE);
        json.add("cost_usd", Json.decimal(decision.getCostUsd()));
        json.add("feedback_ref", Json.text(decision.getFeedbackRef()));
        json.add("created_at", Json.time(decision.getCreatedAt()));
        json.add("inputs", decision.hasInputs() ? JsonParser.parseString(decision.getInputs()) : JsonNull.INSTANCE);
        return json;
    }
}
