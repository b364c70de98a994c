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

/** The agents of a task in the order they are wanted: which of them works, and what keeps out those before it. */
public final class Lineup {
    private static final int NOBODY = -1;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final int MAX_DOUBLINGS = 5;

    private final List<AgentSpec> agents;
    /** Why one is not asked any more, until a person has looked; empty where nothing is known against it. */
    private final String[] out;
    /** Why one was passed over when this iteration began; empty where it was not. */
    private final String[] waits;

    /** Accounts over whose budget a person let the task go on, in the order that happened. */
    private final Set<String> overBudget = new LinkedHashSet<>();

    /** Until when one is left alone, as its provider was busy; the epoch where it was not. */
    private final Instant[] busyUntil;

    /** Sessions in a row that its provider was too busy for. */
    private final int[] busy;

    private int working = NOBODY;
    private int providerErrors;

    /** @param carried what an earlier run of the task leaves; absent where there is none */
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

    /** Whether no other can take over. */
    public boolean alone() {
        return agents.size() == 1;
    }

    /** Those that may be asked to work, in order; at least one. */
    public int[] candidates() {
        return IntStream.range(0, out.length).filter(i -> out[i].isEmpty()).toArray();
    }

    public String account(int agent) {
        return ProviderAccount.of(agents.get(agent));
    }

    /** Whether a person let the task go on over this account's budget. */
    public boolean overBudget(String account) {
        return overBudget.contains(account);
    }

    /** To the task's end. */
    public void goOverBudget(String account) {
        overBudget.add(account);
    }

    /** A new iteration: the first of them is wanted again. */
    public void begin() {
        Arrays.fill(waits, "");
    }

    /** This one cannot work now, as its account takes nothing. */
    public void waits(int agent, String why) {
        waits[agent] = why;
    }

    /** Whether this one takes over from another, or is the first to work. */
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

    /** Who works and why not one before it; empty where the first does. */
    public String why() {
        List<String> passed = passed();
        return passed.isEmpty() ? "" : "%s works: %s".formatted(working().called(), String.join("; ", passed));
    }

    /** Absent where one works alone. */
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

    /** What an iteration shows of the one that worked. */
    public void learn(@Nullable AgentReport report, Decision decision, Instant now) {
        busy(report, decision, now);
        boolean notServed = report != null && report.ending() == Ending.PROVIDER_ERROR;
        providerErrors = notServed ? providerErrors + 1 : 0;
        if (decision instanceof Decision.Fallback && report != null && !passes(report.ending())) {
            out[Math.max(0, working)] = report.reason();
        }
    }

    /** Waits as long as the provider says, and longer each time: twice as long, up to a quarter of an hour. */
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

    /** Before it this one is not asked. */
    public Instant busyUntil(int agent) {
        return busyUntil[agent];
    }

    /** A limit or a spent day is known to the account, and ends. */
    private static boolean passes(Ending ending) {
        return ending == Ending.RATE_LIMITED || ending == Ending.ACCOUNT_BUDGET;
    }

    /** A person has looked: whatever kept one out may be cleared. */
    public void cleared() {
        Arrays.fill(out, "");
        providerErrors = 0;
    }

    /** What keeps out those that are not asked any more, a line for each. */
    public List<String> missing() {
        return IntStream.range(0, out.length)
                .filter(i -> !out[i].isEmpty())
                .mapToObj(i -> agents.get(i).called() + ": " + out[i])
                .toList();
    }

    /** For the next run of the task; absent where nothing is known. */
    @Nullable
    public List<String> carry() {
        return Arrays.stream(out).allMatch(String::isEmpty) ? null : List.of(out);
    }

    /** For the next run of the task; absent where a person allowed none. */
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

    /** In order, and one whose account takes work before one that waits. */
    private OptionalInt next() {
        int[] others = Arrays.stream(candidates()).filter(i -> i != working).toArray();
        OptionalInt ready =
                Arrays.stream(others).filter(i -> waits[i].isEmpty()).findFirst();
        return ready.isPresent() ? ready : Arrays.stream(others).findFirst();
    }
}
