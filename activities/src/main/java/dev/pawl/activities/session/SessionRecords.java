package dev.pawl.activities.session;

import dev.pawl.activities.budget.BudgetGate;
import dev.pawl.activities.budget.Grant;
import dev.pawl.activities.budget.SessionCap;
import dev.pawl.activities.event.EventFields;
import dev.pawl.activities.event.EventType;
import dev.pawl.activities.event.TaskEvents;
import dev.pawl.activities.heartbeat.Patience;
import dev.pawl.activities.redaction.Redaction;
import dev.pawl.db.action.Actions;
import dev.pawl.db.content.ContentStore;
import dev.pawl.db.interaction.Interactions;
import dev.pawl.db.session.NewSession;
import dev.pawl.db.session.Opened;
import dev.pawl.db.session.SessionRow;
import dev.pawl.db.session.Sessions;
import dev.pawl.workflows.activity.OverBudget;
import dev.pawl.workflows.activity.RunAgent;
import dev.pawl.workflows.model.SessionStatus;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * Where the sessions of a host are written down.
 *
 * @param hostId the host that runs the agents
 */
public record SessionRecords(
        Sessions sessions,
        Interactions interactions,
        Actions actions,
        ContentStore contents,
        TaskEvents events,
        Redaction redaction,
        BudgetGate budgets,
        String hostId) {
    /**
     * Opens a session with an id of its own, committed with what is told of it and with what is reserved for it when this
     * returns. From then on an earlier attempt is fenced: its row is closed as abandoned and it can write nothing more.
     */
    Opening open(RunAgent input, int attempt, Patience patience) {
        UUID id = UUID.randomUUID();
        return patience.insist(() -> events.together(input.taskId(), () -> opening(input, attempt, id, patience)));
    }

    /** What an earlier attempt did not spend is there for this one, so it is settled first. */
    private Opening opening(RunAgent input, int attempt, UUID id, Patience patience) {
        List<SessionRow> settled = budgets.reservesFor(input) ? sessions.takeOver(input.taskId(), id) : List.of();
        AbandonedSessions.tell(events, settled);
        return switch (budgets.reserve(id, input)) {
            case Grant.Refused(OverBudget over) -> new Opening.Refused(over, settled);
            case Grant.Given(SessionCap cap) -> {
                Opened opened = open(input, attempt, id);
                Opened all = settled.isEmpty() ? opened : new Opened(opened.fence(), settled);
                List<SessionRow> rows = sessions.list(input.taskId());
                yield new Opening.Ready(new OpenSession(
                        this, input, id, attempt, all, cap, first(rows, input, id), earlier(rows, input), patience));
            }
        };
    }

    private static boolean first(List<SessionRow> all, RunAgent input, UUID id) {
        return all.stream()
                .noneMatch(
                        row -> row.iteration() == input.iteration() && !row.id().equals(id));
    }

    /** The agent's sessions in iterations before, the newest first. What was done in this one is undone, and forgotten. */
    private static List<UUID> earlier(List<SessionRow> all, RunAgent input) {
        return all.stream()
                .filter(row -> row.iteration() < input.iteration())
                .filter(row -> row.agent().equals(input.agent().called()))
                .filter(row -> !row.status().equals(SessionStatus.ABANDONED.wire()))
                .sorted(Comparator.comparingLong(SessionRow::fence).reversed())
                .map(SessionRow::id)
                .toList();
    }

    private Opened open(RunAgent input, int attempt, UUID id) {
        Opened opened = sessions.open(new NewSession(
                id,
                input.taskId(),
                input.iteration(),
                attempt,
                input.agent().called(),
                input.agent().model(),
                hostId,
                input.taskId() + "/" + id));
        AbandonedSessions.tell(events, opened.abandoned());
        events.tell(
                input.taskId(),
                EventType.SESSION_OPENED,
                id.toString(),
                new EventFields()
                        .put("session_id", id.toString())
                        .put("iteration", input.iteration())
                        .put("attempt", attempt)
                        .put("agent", input.agent().called())
                        .put("model", input.agent().model()));
        return opened;
    }
}
