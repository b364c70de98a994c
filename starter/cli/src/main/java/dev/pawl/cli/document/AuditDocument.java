package dev.pawl.cli.document;

import com.google.gson.JsonObject;
import dev.pawl.api.client.Words;
import dev.pawl.api.v1.AuditCounts;
import dev.pawl.api.v1.Inconsistency;
import dev.pawl.api.v1.VerifyResponse;

/** Result of an audit, as JSON. */
public final class AuditDocument {
    private AuditDocument() {}

    public static JsonObject of(VerifyResponse audit) {
        JsonObject json = new JsonObject();
        json.add("counts", counts(audit.getCounts()));
        json.add("hosts", Json.texts(audit.getHostsList()));
        json.addProperty("workers", audit.getWorkers());
        json.addProperty("processes", audit.getProcesses());
        json.addProperty("workspaces", audit.getWorkspaces());
        json.add("inconsistencies", Json.array(audit.getInconsistenciesList(), AuditDocument::of));
        json.addProperty("left_out", audit.getLeftOut());
        return json;
    }

    private static JsonObject counts(AuditCounts counts) {
        JsonObject json = new JsonObject();
        json.addProperty("tasks", counts.getTasks());
        json.addProperty("open_tasks", counts.getOpenTasks());
        json.addProperty("outcomes", counts.getOutcomes());
        json.addProperty("sessions", counts.getSessions());
        json.addProperty("open_sessions", counts.getOpenSessions());
        json.addProperty("decisions", counts.getDecisions());
        json.addProperty("open_questions", counts.getOpenQuestions());
        json.addProperty("events", counts.getEvents());
        json.addProperty("locks", counts.getLocks());
        return json;
    }

    private static JsonObject of(Inconsistency found) {
        JsonObject json = new JsonObject();
        json.addProperty("kind", Words.of(found.getKind()));
        json.addProperty("subject", found.getSubject());
        json.add("host_id", Json.text(found.hasHostId() ? found.getHostId() : null));
        json.addProperty("detail", found.getDetail());
        json.addProperty("fix", found.getFix());
        json.addProperty("repair", Words.of(found.getRepair()));
        return json;
    }
}
