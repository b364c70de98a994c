package dev.pawl.agent.program;

import dev.pawl.agent.Agent;
import dev.pawl.agent.AgentAvailability;
import dev.pawl.agent.AgentListener;
import dev.pawl.agent.AgentResult;
import dev.pawl.agent.AgentRun;
import dev.pawl.agent.AgentSettings;
import dev.pawl.agent.Continuation;
import dev.pawl.agent.OwnSession;
import dev.pawl.agent.ProgramSettings;
import dev.pawl.host.place.ToolPlaces;
import dev.pawl.host.process.EnvironmentAllowList;
import dev.pawl.host.process.ProcessSupervisor;
import dev.pawl.host.process.Programs;
import dev.pawl.workflows.model.evidence.Ending;
import dev.pawl.workflows.model.evidence.Usage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An agent program of this host. Runs with the user's sign-in, and without the user's other settings. */
public final class ProgramAgent implements Agent {
    private final AgentProgram program;
    private final ProgramFacts facts;
    private final AgentSettings settings;
    private final ProgramSettings own;
    private final EnvironmentAllowList allowed;
    private final ProgramRun runs;
    private final ProgramProbe probe;

    public ProgramAgent(AgentProgram program, ProcessSupervisor supervisor, AgentSettings settings) {
        this.program = program;
        this.facts = program.facts();
        this.settings = settings;
        this.own = settings.program(facts.name());
        this.allowed = settings.allowed().plus(facts.keys()).plus(own.environment());
        this.runs = new ProgramRun(supervisor, settings, facts.title());
        this.probe = new ProgramProbe(program, supervisor, settings);
    }

    @Override
    public String name() {
        return facts.name();
    }

    @Override
    public AgentAvailability probe() {
        return probe.look();
    }

    @Override
    public AgentResult run(AgentRun task, AgentListener listener) throws IOException, InterruptedException {
        Optional<Path> executable = find(facts, settings);
        if (executable.isEmpty()) {
            return ProgramRun.notInstalled(task, facts.title() + " is not installed: " + facts.install());
        }
        AgentRun asked = task.spec().model() == null ? task.withModel(own.model()) : task;
        Continuation continuation = asked.continuation();
        return continuation == null
                ? run(asked, executable.get(), listener)
                : goOn(asked, new KeptSessions(continuation, program.sessionFiles()), executable.get(), listener);
    }

    private AgentResult goOn(AgentRun asked, KeptSessions kept, Path executable, AgentListener listener)
            throws IOException, InterruptedException {
        RunDirectory directory = RunDirectory.make(asked.runDirectory());
        AgentRun run = kept.restore(directory).map(asked::resuming).orElse(asked);
        AgentResult result = run(run, executable, listener);
        String id = result.agentSessionId();
        if (result.ending() == Ending.SESSION_FULL) {
            kept.forget();
        } else if (id != null && toldAll(result.ending())) {
            kept.keep(
                    run.sessionId(), directory, new OwnSession(id, run.before().plus(reported(result.usage()))));
        }
        return result;
    }

    /** The counters of an interrupted run are unknown: the session before it is continued. */
    private static boolean toldAll(Ending ending) {
        return switch (ending) {
            case FINISHED, TURN_LIMIT, BUDGET, ACCOUNT_BUDGET, REFUSED -> true;
            case TIMED_OUT,
                    IDLE,
                    BUSY,
                    OUT_OF_CREDIT,
                    SESSION_FULL,
                    CANCELLED,
                    RATE_LIMITED,
                    NOT_INSTALLED,
                    UNAUTHENTICATED,
                    INVALID,
                    PROVIDER_ERROR,
                    CRASHED -> false;
        };
    }

    /** Without the part from a table of prices. */
    private static Usage reported(Usage usage) {
        return new Usage(
                usage.inputTokens(),
                usage.outputTokens(),
                usage.cacheReadTokens(),
                usage.cacheWriteTokens(),
                usage.estimatedUsd() == null ? usage.costUsd() : null,
                usage.turns());
    }

    private AgentResult run(AgentRun run, Path executable, AgentListener listener)
            throws IOException, InterruptedException {
        RunDirectory directory = RunDirectory.make(run.runDirectory());
        try (RunHome home = new RunHome(directory, settings)) {
            ProgramStart start = program.start(run, home);
            Map<String, String> environment =
                    allowed.plus(run.spec().env()).build(settings.environment(), directory.home(), directory.temp());
            new ToolPlaces(settings.environment()).tools(run.workspace()).forEach(environment::putIfAbsent);
            environment.putAll(start.environment());
            List<String> command = new ArrayList<>(List.of(executable.toString()));
            command.addAll(start.arguments());
            command.addAll(own.flags());
            command.addAll(run.spec().args());
            AgentResult result = runs.run(run, command, environment, listener, current -> program.output(run, current));
            return result.ending() == Ending.UNAUTHENTICATED && home.outdated()
                    ? result.retryableAs(Ending.PROVIDER_ERROR, "the sign-in was renewed meanwhile: " + result.reason())
                    : result;
        }
    }

    /**
     * The configured program; else the one that {@code build/install-agents} installs, which is tested; else the one on
     * the PATH.
     */
    public static Optional<Path> find(ProgramFacts facts, AgentSettings settings) {
        Path configured = settings.program(facts.name()).path();
        if (configured != null) {
            return Optional.of(configured).filter(Files::isExecutable);
        }
        return Programs.find(facts.executable(), settings.installedAgents().toString())
                .or(() ->
                        Programs.find(facts.executable(), settings.environment().getOrDefault("PATH", "")));
    }
}
