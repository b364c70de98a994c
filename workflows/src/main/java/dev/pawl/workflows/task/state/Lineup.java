package dev.pawl.workflows.task.state;

import dev.pawl.workflows.model.evidence.AgentReport;
import dev.pawl.workflows.model.evidence.Ending;
import dev.pawl.workflows.model.outcome.Decision;
import dev.pawl.workflows.model.request.AgentSpec;
import dev.pawl.workflows.model.request.ProviderAccount;
import dev.pawl.workflows.policy.PolicyInput;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The agents of a task in order of preference: which one works, and why those before it do not. */
public final class Lineup {
    private static final int NOBODY = -1;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final int MAX_DOUBLINGS = 5;

    private final List<AgentSpec> agents;
    /** Why an agent is skipped until a person has looked; empty if it is not. */
    private final String[] out;
    /** Why an agent was skipped when this iteration began; empty if it was not. */
    private final String[] waits;

    /** Accounts whose budget a person allowed the task to exceed, in the order of permission. */
    private final Set<String> overBudget = new LinkedHashSet<>();

    /** Until when an agent is skipped because its provider was busy; the epoch if it was not. */
    private final Instant[] busyUntil;

    /** Consecutive sessions that the agent's provider was too busy for. */
    private final int[] busy;

    private int working = NOBODY;
    private int providerErrors;

    /** @param carried from an earlier run of the task; absent if there is none */
    public Lineup(List<AgentSpec> agents, @Nullable Carried carried) {
        this.agents = agents;
        this.out = new String[agents.size()];
        this.waits = new String[agents.size()];
        this.busyUntil = new Instant[agents.size()];
        this.busy = new int[agents.size()];
        Arrays.fill(out, "");
        Arrays.fill(waits, "");
        Arrays.fill(busyUntil, Instant.EPOCH);
        List<String> known = carried == null ? null : carried.unavailable();
        for (int i = 0; known != null && i < known.size(); i++) {
            out[i] = known.get(i);
        }
        if (carried != null && carried.overBudget()) {
            List<String> accounts = carried.overBudgetOf();
            overBudget.addAll(
                    accounts == null ? agents.stream().map(ProviderAccount::of).toList() : accounts);
        }
    }

    /** Whether no other agent can take over. */
    public boolean alone() {
        return agents.size() == 1;
    }

    /** Indexes of the agents that may be asked, in order; at least one. */
    public int[] candidates() {
        return IntStream.range(0, out.length).filter(i -> out[i].isEmpty()).toArray();
    }

    public String account(int agent) {
        return ProviderAccount.of(agents.get(agent));
    }

    /** Absent means the agent's default. */
    @Nullable
    public String model(int agent) {
        return agents.get(agent).model();
    }

    /** Whether a person allowed the task to exceed this account's budget. */
    public boolean overBudget(String account) {
        return overBudget.contains(account);
    }

    /** Until the task ends. */
    public void goOverBudget(String account) {
        overBudget.add(account);
    }

    /** Begins an iteration: the first agent is preferred again. */
    public void begin() {
        Arrays.fill(waits, "");
    }

    /** Records that this agent cannot work now because of its account. */
    public void waits(int agent, String why) {
        waits[agent] = why;
    }

    /** Sets the working agent. Returns whether it takes over from another or is the first to work. */
    public boolean works(int agent) {
        boolean changed = working != agent;
        if (changed) {
            providerErrors = 0;
        }
        working = agent;
        return changed;
    }

    public AgentSpec working() {
        return agents.get(Math.max(0, working));
    }

    public String account() {
        return account(Math.max(0, working));
    }

    /** Of the working agent; absent means its default. */
    @Nullable
    public String model() {
        return working().model();
    }

    /** Names the working agent and why those before it do not work; empty if the first works. */
    public String why() {
        List<String> passed = passed();
        return passed.isEmpty() ? "" : "%s works: %s".formatted(working().called(), String.join("; ", passed));
    }

    /** Absent for a single agent. */
    public PolicyInput.@Nullable Standing standing() {
        if (alone()) {
            return null;
        }
        OptionalInt next = next();
        return new PolicyInput.Standing(
                working().called(),
                passed(),
                next.isEmpty() ? null : agents.get(next.getAsInt()).called(),
                next.isPresent() && !waits[next.getAsInt()].isEmpty(),
                providerErrors);
    }

    /** Learns from an iteration of the working agent. */
    public void learn(@Nullable AgentReport report, Decision decision, Instant now) {
        busy(report, decision, now);
        boolean notServed = report != null && report.ending() == Ending.PROVIDER_ERROR;
        providerErrors = notServed ? providerErrors + 1 : 0;
        if (decision instanceof Decision.Fallback && report != null && !passes(report.ending())) {
            out[Math.max(0, working)] = report.reason();
        }
    }

    /** Waits as long as the provider says, else twice as long each time, up to a quarter of an hour. */
    private void busy(@Nullable AgentReport report, Decision decision, Instant now) {
        int agent = Math.max(0, working);
        if (report == null || report.ending() != Ending.BUSY || !(decision instanceof Decision.Park)) {
            busy[agent] = 0;
            return;
        }
        Duration own = FIRST_WAIT.multipliedBy(1L << Math.min(busy[agent], MAX_DOUBLINGS));
        Instant reported = report.resetsAt();
        Instant first = reported == null ? now.plus(own) : reported;
        busyUntil[agent] = busy[agent] == 0 || first.isAfter(now.plus(own)) ? first : now.plus(own);
        busy[agent]++;
    }

    /** When this agent may be asked again. */
    public Instant busyUntil(int agent) {
        return busyUntil[agent];
    }

    /** Usage limits and spent days are recorded for the account, and pass. */
    private static boolean passes(Ending ending) {
        return ending == Ending.RATE_LIMITED || ending == Ending.ACCOUNT_BUDGET;
    }

    /** A person has looked: any obstacle may be removed. */
    public void cleared() {
        Arrays.fill(out, "");
        providerErrors = 0;
    }

    /** Why agents are skipped until a person has looked, one line each. */
    public List<String> missing() {
        return IntStream.range(0, out.length)
                .filter(i -> !out[i].isEmpty())
                .mapToObj(i -> agents.get(i).called() + ": " + out[i])
                .toList();
    }

    /** For the next run of the task; absent if nothing is known. */
    @Nullable
    public List<String> carry() {
        return Arrays.stream(out).allMatch(String::isEmpty) ? null : List.of(out);
    }

    /** For the next run of the task; absent if a person allowed none. */
    @Nullable
    public List<String> carryOverBudget() {
        return overBudget.isEmpty() ? null : List.copyOf(overBudget);
    }

    private List<String> passed() {
        List<String> passed = new ArrayList<>();
        for (int i = 0; i < working; i++) {
            String why = out[i].isEmpty() ? waits[i] : out[i];
            if (!why.isEmpty()) {
                passed.add(agents.get(i).called() + ": " + why);
            }
        }
        return passed;
    }

    /** In order, preferring agents whose account is served. */
    private OptionalInt next() {
        int[] others = Arrays.stream(candidates()).filter(i -> i != working).toArray();
        OptionalInt ready =
                Arrays.stream(others).filter(i -> waits[i].isEmpty()).findFirst();
        return ready.isPresent() ? ready : Arrays.stream(others).findFirst();
    }
}
