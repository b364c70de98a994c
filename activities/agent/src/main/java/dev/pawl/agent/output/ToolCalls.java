package dev.pawl.agent.output;

import dev.pawl.agent.ActionKind;
import dev.pawl.agent.AgentAction;
import dev.pawl.agent.AgentResult;
import dev.pawl.agent.ToolCall;
import dev.pawl.agent.ToolCall.Outcome;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tool calls of an agent and their outcomes. The newest {@value AgentResult#TOOL_CALLS} are kept. */
public final class ToolCalls {
    private final Map<String, AgentAction> calls = new Newest<>();
    private final Map<String, Integer> failedAt = new Newest<>();
    private final LinkedHashMap<String, String> open = new Newest<>();
    private final ActionLog log;
    private volatile @Nullable String newestOpen;
    private int ended;
    private int lastSuccess = -1;

    public ToolCalls(ActionLog log) {
        this.log = log;
    }

    /** Reported once, however often it occurs. */
    public void started(String id, ActionKind kind, String tool, String what) {
        if (!calls.containsKey(id)) {
            calls.put(id, log.begun(kind, tool, what));
            open.put(id, what.isBlank() ? tool : what);
            newestOpen = open.lastEntry().getValue();
        }
    }

    /** The object of the newest open call, or else its tool; absent if all have ended. Not redacted. */
    public @Nullable String open() {
        return newestOpen;
    }

    public void ended(String id, Outcome outcome) {
        if (outcome == Outcome.SUCCEEDED) {
            lastSuccess = ended;
        } else {
            failedAt.put(id, ended);
        }
        ended++;
        settled(id);
        finish(id, outcome);
    }

    /** Nothing more will be reported of it. */
    public void settled(String id) {
        open.remove(id);
        newestOpen = open.isEmpty() ? null : open.lastEntry().getValue();
    }

    /** For a call whose failure is reported too. */
    public void denied(String id) {
        settled(id);
        finish(id, Outcome.DENIED);
    }

    private void finish(String id, Outcome outcome) {
        calls.computeIfPresent(id, (key, call) -> call.outcome() == Outcome.DENIED ? call : log.ended(call, outcome));
    }

    /** A denial mattered if no tool succeeded after it: an agent that found another way was not stopped by it. */
    public boolean endedDenied(Collection<String> denied) {
        return denied.stream().anyMatch(id -> failedAt.getOrDefault(id, Integer.MAX_VALUE) > lastSuccess);
    }

    boolean endedDenied() {
        return endedDenied(calls.entrySet().stream()
                .filter(call -> call.getValue().outcome() == Outcome.DENIED)
                .map(Map.Entry::getKey)
                .toList());
    }

    /** The beginning of each call's object; not redacted. */
    public List<ToolCall> all() {
        return calls.values().stream()
                .map(call -> new ToolCall(call.tool(), call.text(), call.outcome()))
                .toList();
    }

    private static final class Newest<V> extends LinkedHashMap<String, V> {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
            return size() > AgentResult.TOOL_CALLS;
        }
    }
}
