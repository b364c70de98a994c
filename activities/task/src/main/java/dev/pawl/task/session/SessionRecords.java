package dev.pawl.task.session;

import dev.pawl.db.action.Actions;
import dev.pawl.db.content.ContentStore;
import dev.pawl.db.interaction.InteractionRow;
import dev.pawl.db.interaction.Interactions;
import dev.pawl.db.session.NewSession;
import dev.pawl.db.session.Opened;
import dev.pawl.db.session.SessionRow;
import dev.pawl.db.session.Sessions;
import dev.pawl.host.heartbeat.Patience;
import dev.pawl.host.redaction.Redaction;
import dev.pawl.record.event.EventFields;
import dev.pawl.record.event.EventType;
import dev.pawl.record.event.TaskEvents;
import dev.pawl.task.budget.BudgetGate;
import dev.pawl.task.budget.Grant;
import dev.pawl.task.budget.SessionCap;
import dev.pawl.task.budget.Spending;
import dev.pawl.workflows.activity.agent.RunAgent;
import dev.pawl.workflows.activity.task.OverBudget;
import dev.pawl.workflows.model.outcome.SessionStatus;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The repositories of a host's sessions.
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
        Spending spending,
        String hostId) {
    static final String REPLY = "reply";

    /**
     * Opens a session with a unique id; its row, its event and its reservation are committed when this returns. From
     * then on, earlier attempts are fenced: their rows are closed as abandoned, and they can write nothing more.
     */
    Opening open(RunAgent input, int attempt, Patience patience) {
        UUID id = UUID.randomUUID();
        return patience.insist(() -> events.together(input.taskId(), () -> opening(input, attempt, id, patience)));
    }

    /**
     * Settles earlier attempts first: what they spent is gone for this one, and what they did not spend is available.
     */
    private Opening opening(RunAgent input, int attempt, UUID id, Patience patience) {
        List<SessionRow> settled = sessions.takeOver(input.taskId(), id);
        AbandonedSessions.append(events, settled);
        return switch (SessionLimits.of(input, spending.of(input.taskId()), lostTurns(input, id))) {
            case SessionLimits.Reached limit -> new Opening.Reached(limit, settled);
            case SessionLimits.Left left -> opening(input, attempt, id, left, settled, patience);
        };
    }

    private Opening opening(
            RunAgent input,
            int attempt,
            UUID id,
            SessionLimits.Left left,
            List<SessionRow> settled,
            Patience patience) {
        return switch (budgets.reserve(id, input, left.most())) {
            case Grant.Refused(OverBudget over) -> new Opening.Refused(over, settled);
            case Grant.Given(SessionCap cap) -> {
                Opened opened = open(input, attempt, id);
                Opened all = settled.isEmpty() ? opened : new Opened(opened.fence(), settled);
                List<SessionRow> rows = sessions.list(input.taskId());
                yield new Opening.Ready(new OpenSession(
                        this,
                        input,
                        id,
                        attempt,
                        all,
                        left,
                        cap,
                        first(rows, input, id),
                        earlier(rows, input),
                        patience));
            }
        };
    }

    /**
     * Turns of earlier attempts of this session that were lost before the agent's own report, its reply, was stored. A
     * session that ended by itself, for example before a wait for a usage limit, belongs to an earlier round, with the
     * attempts before it.
     */
    private long lostTurns(RunAgent input, UUID id) {
        if (input.turns() == null) {
            return 0;
        }
        Set<UUID> replied = interactions.list(input.taskId()).stream()
                .filter(said -> said.kind().equals(REPLY))
                .map(InteractionRow::sessionId)
                .collect(Collectors.toSet());
        long turns = 0;
        for (SessionRow row : sessions.list(input.taskId())) {
            boolean lost = !replied.contains(row.id()) || row.status().equals(SessionStatus.ABANDONED.wire());
            if (row.iteration() == input.iteration() && !row.id().equals(id)) {
                turns = lost ? turns + row.turns() : 0;
            }
        }
        return turns;
    }

    private static boolean first(List<SessionRow> all, RunAgent input, UUID id) {
        return all.stream()
                .noneMatch(
                        row -> row.iteration() == input.iteration() && !row.id().equals(id));
    }

    /** The agent's sessions in earlier iterations, newest first. Those of this iteration are undone, and left out. */
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
        AbandonedSessions.append(events, opened.abandoned());
        events.append(
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
