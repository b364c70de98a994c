package dev.pawl.cli.planreport;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.pawl.api.client.Words;
import dev.pawl.api.v1.PackageAttempt;
import dev.pawl.api.v1.Plan;
import dev.pawl.cli.document.Json;
import dev.pawl.cli.document.TaskDocument;
import java.util.OptionalDouble;

/** The report on a plan as JSON. docs/cli.md lists its fields. */
public final class PlanFiguresDocument {
    private PlanFiguresDocument() {}

    public static JsonObject of(Plan plan, PlanFigures figures) {
        JsonObject json = new JsonObject();
        json.addProperty("id", plan.getId());
        json.addProperty("title", plan.getTitle());
        json.add("status", Json.text(Words.of(plan.getStatus())));
        json.addProperty("slots", figures.slots());
        json.addProperty("makespan_ms", figures.makespan().toMillis());
        json.addProperty("work_ms", figures.work().toMillis());
        json.addProperty("critical_path_ms", figures.criticalTime().toMillis());
        json.add("critical_path", Json.texts(figures.critical()));
        json.addProperty("lower_bound_ms", figures.lowerBound().toMillis());
        json.add("speed_up", number(figures.speedUp()));
        json.add("efficiency", number(figures.efficiency()));
        json.add("idle_ms", idle(figures));
        json.addProperty("attempts", figures.attempts());
        JsonObject ejections = new JsonObject();
        figures.ejections().forEach((kind, count) -> ejections.addProperty(Words.of(kind), count));
        json.add("ejections", ejections);
        json.add("ownership_refusals", Json.array(figures.refusals(), PlanFiguresDocument::refusal));
        json.add("agents", Json.array(figures.agents(), PlanFiguresDocument::agent));
        json.add("packages", Json.array(figures.packages(), PlanFiguresDocument::packageOf));
        json.add("totals", TaskDocument.totals(plan.getTotals()));
        return json;
    }

    private static JsonObject idle(PlanFigures figures) {
        JsonObject json = new JsonObject();
        json.addProperty("all", figures.idleTime().toMillis());
        figures.idle().forEach((reason, time) -> json.addProperty(reason.word(), time.toMillis()));
        return json;
    }

    private static JsonObject refusal(OwnershipRefusal refusal) {
        JsonObject json = new JsonObject();
        json.addProperty("package", refusal.packageId());
        json.addProperty("task", refusal.taskId());
        json.add("iteration", refusal.iteration() == 0 ? JsonNull.INSTANCE : new JsonPrimitive(refusal.iteration()));
        json.add("paths", Json.texts(refusal.paths()));
        return json;
    }

    private static JsonObject agent(AgentUse use) {
        JsonObject json = new JsonObject();
        json.addProperty("agent", use.agent());
        json.addProperty("attempts", use.attempts());
        json.addProperty("tokens", use.tokens());
        json.add("cost_usd", use.costUsd() == null ? JsonNull.INSTANCE : new JsonPrimitive(use.costUsd()));
        json.addProperty("unpriced_attempts", use.unpriced());
        return json;
    }

    private static JsonObject packageOf(PackageHistory each) {
        JsonObject json = new JsonObject();
        json.addProperty("id", each.id());
        json.addProperty("title", each.source().getTitle());
        json.add("state", Json.text(Words.of(each.source().getState())));
        json.add("reason", Json.text(each.source().getReason()));
        json.add("needs", Json.texts(each.source().getNeedsList()));
        json.add("issues", Json.texts(each.source().getIssuesList()));
        json.addProperty("work_ms", each.work().toMillis());
        json.add("integration_commit", Json.text(each.source().getIntegrationCommit()));
        json.add("attempts", Json.array(each.source().getAttemptsList(), PlanFiguresDocument::attempt));
        json.add("totals", TaskDocument.totals(each.source().getTotals()));
        return json;
    }

    private static JsonObject attempt(PackageAttempt attempt) {
        JsonObject json = new JsonObject();
        json.addProperty("number", attempt.getNumber());
        json.addProperty("task", attempt.getTaskId());
        json.addProperty("agent", attempt.getAgent());
        json.add("started_at", Json.time(attempt.getStartedAt()));
        json.add("ended_at", attempt.hasEndedAt() ? Json.time(attempt.getEndedAt()) : JsonNull.INSTANCE);
        json.add("outcome", Json.text(Words.of(attempt.getOutcome())));
        json.add("ejection", Json.text(Words.of(attempt.getEjection().getKind())));
        json.add("ejection_detail", Json.text(attempt.getEjection().getDetail()));
        return json;
    }

    private static JsonElement number(OptionalDouble value) {
        return value.isPresent() ? new JsonPrimitive(value.getAsDouble()) : JsonNull.INSTANCE;
    }
}
