package dev.pawl.cli.document;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.pawl.api.v1.OpenQuestion;
import dev.pawl.cli.report.Answers;

/** An open question as JSON. docs/cli.md lists its fields. */
public final class InboxDocument {
    private InboxDocument() {}

    public static JsonObject of(OpenQuestion question) {
        JsonObject json = new JsonObject();
        json.addProperty("id", question.getId());
        json.add("task", Json.text(question.getTaskId()));
        json.add("plan", Json.text(question.getPlanId()));
        json.add("package", Json.text(question.getPackageId()));
        json.addProperty("title", question.getTitle());
        json.addProperty("kind", question.getKind());
        json.addProperty("question", question.getQuestion());
        json.add("reasons", Json.texts(question.getReasonsList()));
        json.add("choices", Json.texts(question.getChoicesList()));
        json.add("asked_at", Json.time(question.getAskedAt()));
        json.add("deadline", question.hasDeadline() ? Json.time(question.getDeadline()) : JsonNull.INSTANCE);
        json.addProperty("reminders", question.getReminders());
        json.add("escalated_to", Json.text(question.getEscalatedTo()));
        json.add("cost_usd", Json.decimal(question.getCostUsd()));
        json.addProperty("unpriced", question.getUnpriced());
        json.add(
                "commands",
                Json.texts(Answers.of(question).stream()
                        .map(line -> line.split(" {4}", 2)[0])
                        .toList()));
        return json;
    }
}
