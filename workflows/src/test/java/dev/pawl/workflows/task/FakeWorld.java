package dev.pawl.workflows.task;

import dev.pawl.workflows.activity.agent.AgentActivities;
import dev.pawl.workflows.activity.agent.RunAgent;
import dev.pawl.workflows.activity.evidence.AssessIteration;
import dev.pawl.workflows.activity.evidence.EvidenceActivities;
import dev.pawl.workflows.activity.host.HostActivities;
import dev.pawl.workflows.activity.judge.JudgeActivities;
import dev.pawl.workflows.activity.judge.JudgeIteration;
import dev.pawl.workflows.activity.task.Admission;
import dev.pawl.workflows.activity.task.AskAdmission;
import dev.pawl.workflows.activity.task.AskPerson;
import dev.pawl.workflows.activity.task.CloseQuestion;
import dev.pawl.workflows.activity.task.ComposePrompt;
import dev.pawl.workflows.activity.task.ComposedPrompt;
import dev.pawl.workflows.activity.task.DecideIteration;
import dev.pawl.workflows.activity.task.Decided;
import dev.pawl.workflows.activity.task.FinishTask;
import dev.pawl.workflows.activity.task.HostHeard;
import dev.pawl.workflows.activity.task.LastHeard;
import dev.pawl.workflows.activity.task.MoveTask;
import dev.pawl.workflows.activity.task.OverBudget;
import dev.pawl.workflows.activity.task.ProviderUse;
import dev.pawl.workflows.activity.task.PublishProgress;
import dev.pawl.workflows.activity.task.RegisterTask;
import dev.pawl.workflows.activity.task.Registration;
import dev.pawl.workflows.activity.task.RemindPerson;
import dev.pawl.workflows.activity.task.TaskActivities;
import dev.pawl.workflows.activity.workspace.DeliverResult;
import dev.pawl.workflows.activity.workspace.Delivered;
import dev.pawl.workflows.activity.workspace.PrepareWorkspace;
import dev.pawl.workflows.activity.workspace.Prepared;
import dev.pawl.workflows.activity.workspace.ReleaseWorkspace;
import dev.pawl.workflows.activity.workspace.WorkspaceActivities;
import dev.pawl.workflows.model.ContentRef;
import dev.pawl.workflows.model.evidence.AgentReport;
import dev.pawl.workflows.model.evidence.Ending;
import dev.pawl.workflows.model.evidence.Evidence;
import dev.pawl.workflows.model.evidence.Judgement;
import dev.pawl.workflows.model.evidence.Usage;
import dev.pawl.workflows.model.evidence.UsageLimit;
import dev.pawl.workflows.model.outcome.Decision;
import dev.pawl.workflows.policy.DecisionPolicy;
import dev.pawl.workflows.policy.PolicyInput;
import io.temporal.activity.Activity;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All activities of a task, scripted: reports of agents and evidence, iteration by iteration. */
final class FakeWorld
        implements TaskActivities,
                WorkspaceActivities,
                AgentActivities,
                EvidenceActivities,
                JudgeActivities,
                HostActivities {
    static final String HOST = "testhost";

    /** Names of the attributes that the engine has. */
    final List<String> searchAttributes = new CopyOnWriteArrayList<>();

    /** A host that works but does not answer the probe. */
    static final String SILENT = "silent";

    /** A host without free agent slots. */
    static final String BUSY = "busy";

    /** Last sign of life of a lost host. */
    static final Instant HEARD = Instant.parse("2026-01-02T03:04:05Z");

    /** The host that tasks get first. */
    String host = HOST;

    final List<MoveTask> moves = new CopyOnWriteArrayList<>();

    final List<String> prompts = new CopyOnWriteArrayList<>();
    final List<AssessIteration> assessed = new CopyOnWriteArrayList<>();
    final List<RunAgent> runs = new CopyOnWriteArrayList<>();
    final List<Decision> decisions = new CopyOnWriteArrayList<>();
    final List<AskPerson> questions = new CopyOnWriteArrayList<>();
    final List<CloseQuestion> closed = new CopyOnWriteArrayList<>();
    final List<RemindPerson> reminders = new CopyOnWriteArrayList<>();
    final List<PublishProgress> published = new CopyOnWriteArrayList<>();

    /** How many of the next progress writes fail. */
    final AtomicInteger outages = new AtomicInteger();

    final List<FinishTask> finished = new CopyOnWriteArrayList<>();
    final List<String> released = new CopyOnWriteArrayList<>();

    /** When the engine scheduled the last agent. After an outcome the engine's clock may skip to any later timer. */
    volatile Instant lastRun = Instant.MAX;

    final Deque<Function<RunAgent, AgentReport>> agents = new ArrayDeque<>();
    final Deque<Evidence> evidence = new ArrayDeque<>();
    final Map<String, String> contents = new ConcurrentHashMap<>();

    @Nullable
    RuntimeException prepareFails;

    @Nullable
    Prepared prepared;

    final List<String> takenChecks = new CopyOnWriteArrayList<>();

    Delivered delivered = new Delivered(true, "applied");
    int deliveries;

    @Nullable
    RuntimeException deliveryFails;

    IntConsumer beforeDecision = iteration -> {};
    Runnable beforePreparing = () -> {};
    Runnable beforeDelivering = () -> {};
    Runnable beforeFinishing = () -> {};
    boolean feedbackNamesState = true;

    @Nullable
    Function<RunAgent, AgentReport> anyAgent;

    @Nullable
    Function<AssessIteration, Evidence> anyEvidence;

    /** The budget's answer to a request for a session; empty admits it. */
    Function<AskAdmission, Optional<OverBudget>> budget = input -> Optional.empty();

    private final Map<String, Instant> limits = new ConcurrentHashMap<>();
    private final Map<String, String> probes = new ConcurrentHashMap<>();
    private long agentMillis;
    private Usage usage = Usage.NONE;

    @Override
    public Registration register(RegisterTask input) {
        return new Registration(host, searchAttributes);
    }

    @Override
    public Registration move(MoveTask input) {
        moves.add(input);
        return new Registration(HOST, searchAttributes);
    }

    @Override
    public HostHeard lastHeard(LastHeard input) {
        return new HostHeard(HEARD);
    }

    @Override
    public void present() {
        // It is.
    }

    /** The contract in memory; the real implementation has its own tests. */
    @Override
    public synchronized Admission admit(AskAdmission input) {
        Optional<OverBudget> over = budget.apply(input);
        if (over.isPresent()) {
            return Admission.over(over.get());
        }
        Admission account = admit(input, input.account(), false);
        return account.go() ? admit(input, model(input.account(), input.model()), true) : account;
    }

    private Admission admit(AskAdmission input, String gate, boolean ofModel) {
        Instant limitedUntil = limits.get(gate);
        if (limitedUntil == null) {
            return Admission.GO;
        }
        if (limitedUntil.isAfter(input.at())) {
            return Admission.limited(limitedUntil, new UsageLimit(ofModel, null));
        }
        probes.putIfAbsent(gate, input.taskId());
        String probe = probes.get(gate);
        return probe.equals(input.taskId()) ? Admission.GO : Admission.tried(probe);
    }

    private static String model(String account, @Nullable String model) {
        return account + " " + model;
    }

    /** As if a person let a task try again. */
    synchronized void retry(String account, Instant now) {
        limits.computeIfPresent(account, (key, until) -> now);
    }

    private synchronized void learn(String taskId, @Nullable ProviderUse use, @Nullable AgentReport report) {
        probes.values().removeIf(taskId::equals);
        if (report == null || use == null) {
            return;
        }
        String model = model(use.account(), use.model());
        if (report.ending() == Ending.RATE_LIMITED) {
            Instant reset = report.resetsAt();
            Instant until = reset == null ? use.to().plus(Duration.ofMinutes(15)) : reset;
            UsageLimit limit = report.limit();
            String gate = limit != null && limit.ofModel() ? model : use.account();
            limits.merge(gate, until, (a, b) -> a.isAfter(b) ? a : b);
        } else {
            Stream.of(use.account(), model)
                    .forEach(gate ->
                            limits.computeIfPresent(gate, (key, until) -> until.isAfter(use.from()) ? until : null));
        }
    }

    @Override
    public ComposedPrompt compose(ComposePrompt input) {
        String feedback = input.feedback() == null
                ? ""
                : contents.getOrDefault(input.feedback().sha256(), "");
        String prompt = "%s\n%s\n%s".formatted(input.request().prompt().text(), feedback, input.guidance());
        prompts.add(prompt);
        return new ComposedPrompt(put(prompt));
    }

    @Override
    public Decided decide(DecideIteration input) {
        beforeDecision.accept(input.iteration());
        learn(input.taskId(), input.use(), input.input().report());
        PolicyInput exact = input.input()
                .withSpent(new PolicyInput.Spent(
                        usage.costUsd(), agentMillis, usage.totalTokens(), usage.estimatedUsd(), 0));
        Decision decision = DecisionPolicy.decide(exact);
        decisions.add(decision);
        Evidence assessed = exact.evidence();
        ContentRef feedback = put(String.join("\n", decision.reasons())
                + (assessed == null || !feedbackNamesState ? "" : "\nstate " + assessed.tree()));
        return new Decided(decision, DecisionPolicy.score(exact), feedback, exact.spent());
    }

    @Override
    public void ask(AskPerson input) {
        questions.add(input);
    }

    @Override
    public void remind(RemindPerson input) {
        reminders.add(input);
    }

    @Override
    public void close(CloseQuestion input) {
        closed.add(input);
    }

    @Override
    public void publish(PublishProgress input) {
        if (outages.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IllegalStateException("the database is away");
        }
        published.add(input);
    }

    @Override
    public void finish(FinishTask input) {
        beforeFinishing.run();
        finished.add(input);
    }

    @Override
    public Prepared prepare(PrepareWorkspace input) {
        beforePreparing.run();
        if (prepareFails != null) {
            throw prepareFails;
        }
        if (prepared != null) {
            return prepared;
        }
        if (input.changedCheck() != null) {
            takenChecks.add(input.changedCheck());
        }
        // Nothing differs the first time.
        String base = takenChecks.size() < 2 ? "base" : "base-2";
        return new Prepared(base, "basetree", input.request().checks(), List.of(), List.of());
    }

    @Override
    public Delivered deliver(DeliverResult input) {
        beforeDelivering.run();
        deliveries++;
        if (deliveryFails != null) {
            throw deliveryFails;
        }
        return delivered;
    }

    @Override
    public void release(ReleaseWorkspace input) {
        released.add(input.taskId());
    }

    @Override
    public AgentReport runAgent(RunAgent input) {
        runs.add(input);
        lastRun = Instant.ofEpochMilli(Activity.getExecutionContext().getInfo().getCurrentAttemptScheduledTimestamp());
        if (anyAgent != null) {
            return anyAgent.apply(input);
        }
        AgentReport report = agents.remove().apply(input);
        agentMillis += report.durationMillis();
        usage = usage.plus(report.usage());
        return report;
    }

    @Override
    public Evidence assess(AssessIteration input) {
        assessed.add(input);
        if (anyEvidence != null) {
            return anyEvidence.apply(input);
        }
        return evidence.size() == 1 ? evidence.getFirst() : evidence.remove();
    }

    @Override
    public Judgement judge(JudgeIteration input) {
        return new Judgement(1.0, List.of(), null, "fake", Usage.NONE);
    }

    private ContentRef put(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            String sha = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            contents.put(sha, text);
            return new ContentRef(sha, bytes.length);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
