package dev.pawl.activities.agent.program;

import dev.pawl.activities.agent.AgentResult;
import dev.pawl.activities.agent.ToolCall;
import dev.pawl.activities.agent.ToolCall.Outcome;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tools an agent used, and what came of them. The first {@value AgentResult#TOOL_CALLS} are kept. */
public final class ToolCalls {
    private final Map<String, ToolCall> calls = new LinkedHashMap<>();
    private int ended;
    private int lastSuccess = -1;
    private final Map<String, Integer> failedAt = new LinkedHashMap<>();

    /** @return whether it is a new one */
    public boolean started(String id, String tool, String what) {
        return calls.size() < AgentResult.TOOL_CALLS
                && calls.putIfAbsent(id, new ToolCall(tool, Excerpt.line(what), Outcome.UNKNOWN)) == null;
    }

    public void ended(String id, Outcome outcome) {
        if (outcome == Outcome.SUCCEEDED) {
            lastSuccess = ended;
        } else if (failedAt.size() < AgentResult.TOOL_CALLS) {
            failedAt.put(id, ended);
        }
        ended++;
        calls.computeIfPresent(id, (key, call) -> new ToolCall(call.tool(), call.what(), outcome));
    }

    /** Of a use whose failure was heard of before. */
    public void denied(String id) {
        calls.computeIfPresent(id, (key, call) -> new ToolCall(call.tool(), call.what(), Outcome.DENIED));
    }

    /** A denial mattered when no tool worked after it: an agent that found another way was not stopped by it. */
    public boolean endedDenied(Collection<String> denied) {
        return denied.stream().anyMatch(id -> failedAt.getOrDefault(id, Integer.MAX_VALUE) > lastSuccess);
    }

    boolean endedDenied() {
        return endedDenied(calls.entrySet().stream()
                .filter(call -> call.getValue().outcome() == Outcome.DENIED)
                .map(Map.Entry::getKey)
                .toList());
    }

    public List<ToolCall> all() {
        return List.copyOf(calls.values());
    }
}
