package dev.pawl.agent.output;

import dev.pawl.agent.ActionKind;
import dev.pawl.agent.AgentListener;
import dev.pawl.agent.AgentRun;
import dev.pawl.agent.ToolCall.Outcome;
import dev.pawl.workflows.model.evidence.Ending;
import dev.pawl.workflows.model.evidence.Usage;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an agent said of its run so far, in the words all agents share. Told by one thread. */
public final class Conversation {
    private final AgentRun run;
    private final ActionLog log;
    private final ToolCalls tools;
    private @Nullable String sessionId;
    private @Nullable String model;
    private String said = "";
    private Usage usage = Usage.NONE;
    private Map<String, Usage> byModel = Map.of();
    private int turns;
    private boolean overBudget;
    private boolean overTokens;
    private volatile boolean finished;
    private volatile @Nullable AgentVerdict failure;
    private volatile @Nullable AgentVerdict stop;

    Conversation(AgentRun run, AgentListener listener) {
        this.run = run;
        this.log = new ActionLog(listener);
        this.tools = new ToolCalls(log);
    }

    /** What was told before this run, where it goes on with a session. */
    public Usage before() {
        return run.before();
    }

    public void session(@Nullable String id) {
        sessionId = id == null ? sessionId : id;
    }

    public void model(@Nullable String name) {
        model = name == null ? model : name;
    }

    /** A whole message; the last one is the reply. */
    public void message(@Nullable String text) {
        if (text != null && !text.isBlank()) {
            said = text;
            log.message(text);
        }
    }

    /** Replaces the reply without telling it again. */
    public void reply(@Nullable String text) {
        said = text == null || text.isBlank() ? said : text;
    }

    /** @param tool as the program names it */
    public void tool(String id, ActionKind kind, String tool, String what) {
        tools.started(id, kind, tool, what);
    }

    public void toolEnded(String id, Outcome outcome) {
        tools.ended(id, outcome);
    }

    public void retry(String reason) {
        log.retry(reason);
    }

    /** All that was spent so far; grows. A cost over the budget of the run ends it. */
    public void spent(Usage soFar) {
        usage = soFar;
        overTokens = run.tokens() != null && soFar.totalTokens() >= run.tokens();
        costs(soFar.costUsd());
    }

    /** The same where several models made it, by their names. */
    public void spentBy(Map<String, Usage> models) {
        byModel = Map.copyOf(models);
    }

    /** What all that was spent so far costs, told or by list prices; absent where it is unknown. */
    void costs(@Nullable BigDecimal cost) {
        if (run.budgetUsd() != null && cost != null && cost.compareTo(run.budgetUsd()) >= 0) {
            overBudget = true;
        }
    }

    /**
     * A model turn begins. For agents that keep no limits themselves: the turn after the last allowed one, or one that
     * begins with the budget or the tokens spent, ends the run.
     */
    public void turn() {
        turns++;
        finished = false;
        if (overBudget) {
            stop(AgentVerdict.of(Ending.BUDGET, "its budget of " + run.budgetUsd() + " USD was spent"));
        } else if (overTokens) {
            stop(AgentVerdict.of(Ending.BUDGET, "its limit of " + run.tokens() + " tokens was reached"));
        } else if (run.turns() != null && turns > run.turns()) {
            stop(AgentVerdict.of(Ending.TURN_LIMIT, "ended after " + run.turns() + " turns, its limit"));
        }
    }

    /** Ends the run: it goes on in vain, or over a limit. The first reason stays. */
    public void stop(AgentVerdict verdict) {
        stop = stop == null ? verdict : stop;
    }

    public int turns() {
        return turns;
    }

    /** The agent says that its work came to its end. */
    public void finished() {
        failure = null;
        finished = true;
    }

    /** The agent says that it failed. */
    public void failed(AgentVerdict verdict) {
        finished = false;
        failure = verdict;
    }

    boolean isFinished() {
        return finished;
    }

    @Nullable
    AgentVerdict failure() {
        return failure;
    }

    @Nullable
    AgentVerdict stopped() {
        return stop;
    }

    ToolCalls tools() {
        return tools;
    }

    public Usage usage() {
        return usage;
    }

    Map<String, Usage> usageByModel() {
        return byModel;
    }

    String said() {
        return said;
    }

    @Nullable
    String sessionId() {
        return sessionId;
    }

    @Nullable
    String model() {
        return model;
    }
}
