package dev.pawl.task.session;

import dev.pawl.agent.AgentAction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Actions of an agent that are not stored yet, each in its latest state. If there are too many at once, the rest is
 * left out: actions only show the work, and the transcript is complete. Thread-safe.
 */
final class PendingActions {
    private static final Logger LOG = LoggerFactory.getLogger(PendingActions.class);

    private final int most;
    private final Map<Integer, AgentAction> actions = new LinkedHashMap<>();

    PendingActions(int most) {
        this.most = most;
    }

    synchronized void put(AgentAction action) {
        if (actions.size() < most || actions.containsKey(action.number())) {
            actions.put(action.number(), action);
        } else {
            LOG.debug("action {} is left out", action.number());
        }
    }

    synchronized List<AgentAction> all() {
        return new ArrayList<>(actions.values());
    }

    /** Actions that have changed meanwhile remain to be stored. */
    synchronized void stored(List<AgentAction> these) {
        these.forEach(action -> actions.remove(action.number(), action));
    }
}
