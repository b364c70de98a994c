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

/** What an agent has reported of its run so far, in common terms. Not thread-safe. */
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

    /** The usage reported before this run, if it continues a session. */
    public Usage before() {
        return run.before();
    }

    public void session(@Nullable String id) {
        sessionId = id == null ? sessionId : id;
    }

    public void model(@Nullable String name) {
        model = name == null ? model : name;
    }

    /** A complete message; the last one is the reply. */
    public void message(@Nullable String text) {
        if (text != null && !text.isBlank()) {
            said = text;
            log.message(text);
        }
    }

    /** Replaces the reply without reporting it again. */
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

    /** The total usage so far; grows. A cost over the budget of the run ends it. */
    public void spent(Usage soFar) {
        usage = soFar;
        overTokens = run.tokens() != null && soFar.totalTokens() >= run.tokens();
        costs(soFar.costUsd());
    }

    /** The same for several models, by name. */
    public void spentBy(Map<String, Usage> models) {
        byModel = Map.copyOf(models);
    }

    /** The cost of the total usage so far, reported or from list prices; absent if unknown. */
    void costs(@Nullable BigDecimal cost) {
        if (run.budgetUsd() != null && cost != null && cost.compareTo(run.budgetUsd()) >= 0) {
            overBudget = true;
        }
    }

    /**
     * A model turn begins. For agents that enforce no limits: the turn after the last allowed one, or one that begins
     * with the budget or the tokens spent, ends the run.
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

    /** Ends the run because of failed retries or a limit. The first reason stays. */
    public void stop(AgentVerdict verdict) {
        stop = stop == null ? verdict : stop;
    }

    public int turns() {
        return turns;
    }

    /** The agent reports that its work is finished. */
    public void finished() {
        failure = null;
        finished = true;
    }

    /** The agent reports a failure. */
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
