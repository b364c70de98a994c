package dev.pawl.cli.document;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.pawl.api.client.Words;
import dev.pawl.api.v1.Check;
import dev.pawl.api.v1.Delivery;
import dev.pawl.api.v1.DiffSummary;
import dev.pawl.api.v1.Finding;
import dev.pawl.api.v1.Iteration;
import dev.pawl.api.v1.Question;
import dev.pawl.api.v1.Session;
import dev.pawl.api.v1.Stall;
import dev.pawl.api.v1.Task;
import dev.pawl.api.v1.Totals;
import dev.pawl.api.v1.Usage;
import dev.pawl.cli.report.Costs;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The one JSON document of a task, the same for every command that shows one. docs/cli.md lists its fields. */
public final class TaskDocument {
    private TaskDocument() {}

    /** @param content returns the text of a reference, for the feedback of each iteration */
    public static JsonObject of(Task task, UnaryOperator<String> content) {
        JsonObject json = summary(task);
        json.add("cause", Json.text(Words.of(task.getCause())));
        json.add("delivery", task.hasDelivery() ? delivery(task.getDelivery()) : JsonNull.INSTANCE);
        json.add("question", task.hasQuestion() ? question(task.getQuestion()) : JsonNull.INSTANCE);
        json.add("stall", task.hasStall() ? stall(task.getStall()) : JsonNull.INSTANCE);
        json.add("notes", Json.texts(task.getNotesList()));
        json.add("baseline", Json.array(task.getBaselineList(), TaskDocument::check));
        json.add("iterations", Json.array(task.getIterationsList(), iteration -> iteration(iteration, content)));
        json.add("sessions", sessions(task));
        json.add("totals", totals(task.getTotals()));
        json.add("warnings", Json.texts(Costs.warnings(task)));
        json.add("snapshot", Json.text(task.getSnapshot()));
        json.add("diff", task.hasDiff() ? diff(task.getDiff()) : JsonNull.INSTANCE);
        JsonObject links = new JsonObject();
        links.add("web_ui", Json.text(task.getLinks().getWebUi()));
        json.add("links", links);
        return json;
    }

    /** The fields of a task in a list. */
    public static JsonObject summary(Task task) {
        JsonObject json = new JsonObject();
        json.addProperty("id", task.getId());
        json.addProperty("title", task.getTitle());
        json.add("status", Json.text(Words.of(task.getStatus())));
        json.add("outcome", Json.text(Words.of(task.getOutcome())));
        json.add("reason", Json.text(task.getReason()));
        json.add("phase", Json.text(task.getPhase()));
        json.addProperty("iteration", task.getIteration());
        json.add("agent", Json.text(task.getAgent()));
        json.add("model", Json.text(task.getModel()));
        json.add("labels", Json.texts(task.getLabelsList()));
        json.add("created_at", Json.time(task.getCreatedAt()));
        json.add("finished_at", task.hasFinishedAt() ? Json.time(task.getFinishedAt()) : JsonNull.INSTANCE);
        return json;
    }

    public static JsonArray sessions(Task task) {
        return Json.array(task.getSessionsList(), TaskDocument::session);
    }

    private static JsonObject delivery(Delivery delivery) {
        JsonObject json = new JsonObject();
        json.add("state", Json.text(Words.of(delivery.getState())));
        json.add("detail", Json.text(delivery.getDetail()));
        return json;
    }

    private static JsonObject question(Question question) {
        JsonObject json = new JsonObject();
        json.addProperty("kind", question.getKind());
        json.addProperty("question", question.getQuestion());
        json.add("reasons", Json.texts(question.getReasonsList()));
        json.add("choices", Json.texts(question.getChoicesList()));
        json.add("deadline", question.hasDeadline() ? Json.time(question.getDeadline()) : JsonNull.INSTANCE);
        json.addProperty("reminders", question.getReminders());
        json.add("escalated_to", Json.text(question.getEscalatedTo()));
        return json;
    }

    private static JsonObject stall(Stall stall) {
        JsonObject json = new JsonObject();
        json.add("since", Json.time(stall.getSince()));
        json.add("problem", Json.text(stall.getProblem()));
        json.add("advice", Json.text(stall.getAdvice()));
        return json;
    }

    private static JsonObject iteration(Iteration iteration, UnaryOperator<String> content) {
        JsonObject json = new JsonObject();
        json.addProperty("number", iteration.getNumber());
        json.add("prompt_ref", Json.text(iteration.getPromptRef()));
        json.add(
                "feedback",
                iteration.hasFeedbackRef() ? Json.text(content.apply(iteration.getFeedbackRef())) : JsonNull.INSTANCE);
        json.add("session", Json.text(iteration.getSessionId()));
        json.add("checks", Json.array(iteration.getChecksList(), TaskDocument::check));
        json.add("findings", Json.array(iteration.getFindingsList(), TaskDocument::finding));
        json.add("score", iteration.hasScore() ? Json.number(iteration.getScore()) : JsonNull.INSTANCE);
        json.add("decision", iteration.hasDecision() ? decision(iteration) : JsonNull.INSTANCE);
        json.add("snapshot", Json.text(iteration.getSnapshot()));
        json.add("proof", iteration.hasProof() ? EvidenceDocument.proof(iteration.getProof()) : JsonNull.INSTANCE);
        return json;
    }

    private static JsonObject decision(Iteration iteration) {
        JsonObject json = new JsonObject();
        json.add("type", Json.text(Words.of(iteration.getDecision().getType())));
        json.add("reasons", Json.texts(iteration.getDecision().getReasonsList()));
        json.add("decided_by", Json.text(iteration.getDecision().getDecidedBy()));
        return json;
    }

    static JsonObject check(Check check) {
        JsonObject json = new JsonObject();
        json.addProperty("name", check.getName());
        json.add("exit_code", check.hasExitCode() ? Json.number(check.getExitCode()) : JsonNull.INSTANCE);
        json.add("state", Json.text(Words.of(check.getState())));
        json.addProperty("satisfied", check.getSatisfied());
        json.add("failures", Json.texts(check.getFailuresList()));
        json.add("new_failures", Json.texts(check.getNewFailuresList()));
        json.addProperty("duration_ms", check.getDurationMs());
        return json;
    }

    static JsonObject finding(Finding finding) {
        JsonObject json = new JsonObject();
        json.addProperty("kind", finding.getKind());
        json.add("path", Json.text(finding.getPath()));
        json.addProperty("detail", finding.getDetail());
        json.addProperty("blocking", finding.getBlocking());
        return json;
    }

    private static JsonObject session(Session session) {
        JsonObject json = new JsonObject();
        json.addProperty("id", session.getId());
        json.addProperty("iteration", session.getIteration());
        json.addProperty("attempt", session.getAttempt());
        json.addProperty("agent", session.getAgent());
        json.add("model", Json.text(session.getModel()));
        json.add("status", Json.text(Words.of(session.getStatus())));
        json.add("reason", Json.text(session.getReason()));
        json.add("started_at", Json.time(session.getStartedAt()));
        json.add("duration_ms", session.hasDurationMs() ? Json.number(session.getDurationMs()) : JsonNull.INSTANCE);
        json.add("usage", usage(session.getUsage()));
        json.add("cost_unknown", Json.text(session.getCostNote()));
        return json;
    }

    public static JsonObject totals(Totals totals) {
        JsonObject json = new JsonObject();
        json.addProperty("sessions", totals.getSessions());
        JsonObject byStatus = new JsonObject();
        new TreeMap<>(totals.getSessionsByStatusMap()).forEach(byStatus::addProperty);
        json.add("sessions_by_status", byStatus);
        json.add("usage", usage(totals.getUsage()));
        json.addProperty("duration_ms", totals.getDurationMs());
        json.addProperty("judge_calls", totals.getJudgeCalls());
        json.add("judge_usage", usage(totals.getJudgeUsage()));
        json.addProperty("unpriced_sessions", totals.getUnpricedSessions());
        json.addProperty("unpriced_judge_calls", totals.getUnpricedJudgeCalls());
        return json;
    }

    static JsonElement usage(Usage usage) {
        JsonObject json = new JsonObject();
        json.addProperty("input_tokens", usage.getInputTokens());
        json.addProperty("output_tokens", usage.getOutputTokens());
        json.addProperty("cache_read_tokens", usage.getCacheReadTokens());
        json.addProperty("cache_write_tokens", usage.getCacheWriteTokens());
        json.add("cost_usd", Json.decimal(usage.getCostUsd()));
        json.add("turns", new JsonPrimitive(usage.getTurns()));
        json.add("estimated_usd", Json.decimal(usage.getEstimatedUsd()));
        return json;
    }

    public static JsonObject diff(DiffSummary diff) {
        JsonObject json = new JsonObject();
        json.addProperty("files", diff.getFiles());
        json.addProperty("added", diff.getAdded());
        json.addProperty("removed", diff.getRemoved());
        return json;
    }
}
