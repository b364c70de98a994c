package dev.pawl.cli.document;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.protobuf.Timestamp;
import dev.pawl.api.client.Words;
import dev.pawl.api.v1.Ejection;
import dev.pawl.api.v1.PackageAttempt;
import dev.pawl.api.v1.Plan;
import dev.pawl.api.v1.PlanPackage;
import dev.pawl.api.v1.PlanQuestion;
import java.util.TreeMap;

/** The document of a plan. */
public final class PlanDocument {
    private PlanDocument() {}

    public static JsonObject of(Plan plan) {
        JsonObject json = summary(plan);
        json.add("repository", Json.text(plan.getWorkspace().getSource()));
        json.add("packages", Json.array(plan.getPackagesList(), PlanDocument::of));
        json.add("base_commit", Json.text(plan.getBaseCommit()));
        json.add("integration_head", Json.text(plan.getIntegrationHead()));
        json.add("integration_directory", Json.text(plan.getIntegrationDirectory()));
        json.add("deliver", Json.text(Words.of(plan.getDeliver())));
        json.add("delivery", plan.hasDelivery() ? delivery(plan) : JsonNull.INSTANCE);
        json.add("question", plan.hasQuestion() ? question(plan.getQuestion()) : JsonNull.INSTANCE);
        json.add("totals", TaskDocument.totals(plan.getTotals()));
        JsonObject links = new JsonObject();
        links.add("web_ui", Json.text(plan.getLinks().getWebUi()));
        json.add("links", links);
        return json;
    }

    /** The fields of a plan in a list. */
    public static JsonObject summary(Plan plan) {
        JsonObject json = new JsonObject();
        json.addProperty("id", plan.getId());
        json.addProperty("title", plan.getTitle());
        json.add("status", Json.text(Words.of(plan.getStatus())));
        json.add("reason", Json.text(plan.getReason()));
        json.add("cause", Json.text(Words.of(plan.getCause())));
        JsonObject byState = new JsonObject();
        new TreeMap<>(plan.getPackagesByStateMap()).forEach(byState::addProperty);
        json.add("packages_by_state", byState);
        json.addProperty("slots", plan.getSlots());
        json.add("labels", Json.texts(plan.getLabelsList()));
        json.add("created_at", Json.time(plan.getCreatedAt()));
        json.add("started_at", time(plan.hasStartedAt(), plan.getStartedAt()));
        json.add("finished_at", time(plan.hasFinishedAt(), plan.getFinishedAt()));
        return json;
    }

    /** A package with its attempts. */
    public static JsonObject of(PlanPackage each) {
        JsonObject json = new JsonObject();
        json.addProperty("id", each.getId());
        json.addProperty("title", each.getTitle());
        json.add("state", Json.text(Words.of(each.getState())));
        json.add("reason", Json.text(each.getReason()));
        json.add("needs", Json.texts(each.getNeedsList()));
        json.add("owns", Json.texts(each.getOwnsList()));
        json.add("may_touch", Json.texts(each.getMayTouchList()));
        json.addProperty("priority", each.getPriority());
        json.add(
                "estimate_ms",
                each.hasEstimate() ? Json.number(each.getEstimate().getSeconds() * 1000) : JsonNull.INSTANCE);
        json.add("issues", Json.texts(each.getIssuesList()));
        json.add("agent", Json.text(each.getAgent()));
        json.addProperty("paused", each.getPaused());
        json.add("attempts", Json.array(each.getAttemptsList(), PlanDocument::attempt));
        json.add("ready_at", time(each.hasReadyAt(), each.getReadyAt()));
        json.add("started_at", time(each.hasStartedAt(), each.getStartedAt()));
        json.add("accepted_at", time(each.hasAcceptedAt(), each.getAcceptedAt()));
        json.add("integrated_at", time(each.hasIntegratedAt(), each.getIntegratedAt()));
        json.add("integration_commit", Json.text(each.getIntegrationCommit()));
        json.add("finished_at", time(each.hasFinishedAt(), each.getFinishedAt()));
        json.add("totals", TaskDocument.totals(each.getTotals()));
        return json;
    }

    private static JsonObject attempt(PackageAttempt attempt) {
        JsonObject json = new JsonObject();
        json.addProperty("number", attempt.getNumber());
        json.add("task", Json.text(attempt.getTaskId()));
        json.add("agent", Json.text(attempt.getAgent()));
        json.add("started_at", Json.time(attempt.getStartedAt()));
        json.add("ended_at", time(attempt.hasEndedAt(), attempt.getEndedAt()));
        json.add("outcome", Json.text(Words.of(attempt.getOutcome())));
        json.add("reason", Json.text(attempt.getReason()));
        json.add("ejection", attempt.hasEjection() ? ejection(attempt.getEjection()) : JsonNull.INSTANCE);
        json.add("base_commit", Json.text(attempt.getBaseCommit()));
        json.add("diff", attempt.hasDiff() ? TaskDocument.diff(attempt.getDiff()) : JsonNull.INSTANCE);
        json.add("usage", TaskDocument.usage(attempt.getUsage()));
        return json;
    }

    private static JsonObject ejection(Ejection ejection) {
        JsonObject json = new JsonObject();
        json.add("kind", Json.text(Words.of(ejection.getKind())));
        json.add("detail", Json.text(ejection.getDetail()));
        json.add("paths", Json.texts(ejection.getPathsList()));
        json.add("excerpt", Json.text(ejection.getExcerpt()));
        json.add("at", Json.time(ejection.getAt()));
        return json;
    }

    private static JsonObject delivery(Plan plan) {
        JsonObject json = new JsonObject();
        json.add("state", Json.text(Words.of(plan.getDelivery().getState())));
        json.add("detail", Json.text(plan.getDelivery().getDetail()));
        return json;
    }

    private static JsonObject question(PlanQuestion question) {
        JsonObject json = new JsonObject();
        json.addProperty("id", question.getId());
        json.addProperty("package", question.getPackageId());
        json.addProperty("question", question.getQuestion());
        json.add("asked_at", Json.time(question.getAskedAt()));
        return json;
    }

    private static JsonElement time(boolean known, Timestamp time) {
        return known ? Json.time(time) : JsonNull.INSTANCE;
    }
}
