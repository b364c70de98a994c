package dev.pawl.task.session;

import dev.pawl.agent.AgentAction;
import dev.pawl.agent.ToolCall.Outcome;
import dev.pawl.db.action.NewAction;
import dev.pawl.record.event.EventFields;
import dev.pawl.record.event.EventType;
import dev.pawl.task.prompt.Quoted;
import dev.pawl.workflows.activity.agent.RunAgent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stores the actions of one session's agent, with their events. {@link #store} is called by one thread at a time. */
final class SessionActions {
    private static final int AT_ONCE = 200;
    private static final int EVENTS = 2_000;
    private static final int LINE = 500;
    private static final int TOOL = 100;

    private final SessionRecords records;
    private final RunAgent input;
    private final UUID session;
    private final int attempt;
    private final long fence;
    private final PendingActions pending = new PendingActions(AT_ONCE);
    private int newest;
    private int stored;

    SessionActions(SessionRecords records, RunAgent input, UUID session, int attempt, long fence) {
        this.records = records;
        this.input = input;
        this.session = session;
        this.attempt = attempt;
        this.fence = fence;
    }

    void put(AgentAction action) {
        pending.put(action);
    }

    /**
     * Stores the actions that were added since, with their events, all or none. Idempotent.
     *
     * @return false if a newer attempt owns the task
     */
    boolean store() {
        List<AgentAction> batch = pending.all();
        if (batch.isEmpty()) {
            return true;
        }
        List<AgentAction> news = batch.stream()
                .filter(this::isSignificant)
                .limit(Math.max(0, EVENTS - stored))
                .toList();
        boolean current = records.events().together(input.taskId(), () -> {
            boolean stored = records.actions()
                    .store(
                            input.taskId(),
                            session,
                            fence,
                            batch.stream().map(this::row).toList());
            if (stored) {
                append(news);
            }
            return stored;
        });
        pending.stored(batch);
        newest = batch.stream().mapToInt(AgentAction::number).reduce(newest, Math::max);
        stored += news.size();
        return current;
    }

    /** The beginning of an action; its end only if it failed. */
    private boolean isSignificant(AgentAction action) {
        return action.number() > newest || action.outcome() == Outcome.FAILED || action.outcome() == Outcome.DENIED;
    }

    private NewAction row(AgentAction action) {
        return new NewAction(
                action.number(),
                action.kind().wire(),
                line(action.tool(), TOOL),
                line(action.text(), LINE),
                wire(action.outcome()));
    }

    private void append(List<AgentAction> news) {
        Map<String, EventFields> events = new LinkedHashMap<>();
        news.forEach(action -> events.put(key(action), fields(action)));
        records.events().tellAll(input.taskId(), EventType.AGENT_ACTIVITY, events);
    }

    private String key(AgentAction action) {
        String outcome = wire(action.outcome());
        return session + "/" + action.number() + (outcome == null ? "" : "/" + outcome);
    }

    private EventFields fields(AgentAction action) {
        return new EventFields()
                .put("session_id", session.toString())
                .put("iteration", input.iteration())
                .put("attempt", attempt)
                .put("number", action.number())
                .put("kind", action.kind().wire())
                .put("tool", line(action.tool(), TOOL))
                .put("text", line(action.text(), LINE))
                .put("outcome", wire(action.outcome()));
    }

    private String line(String text, int max) {
        return Quoted.line(records.redaction().clean(text), max);
    }

    private static @Nullable String wire(Outcome outcome) {
        return switch (outcome) {
            case SUCCEEDED -> "ok";
            case FAILED -> "failed";
            case DENIED -> "denied";
            case UNKNOWN -> null;
        };
    }
}
