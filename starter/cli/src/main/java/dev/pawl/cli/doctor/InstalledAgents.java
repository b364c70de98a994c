package dev.pawl.cli.doctor;

import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.invocation.Programs;
import dev.pawl.cli.preflight.KnownAgent;
import dev.pawl.cli.preflight.KnownAgent.SignIn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Inspects the agent programs of this machine, without calling a model. */
public final class InstalledAgents {
    private static final Pattern VERSION = Pattern.compile("\\d+(?:\\.\\d+){2}(?:[.+-]\\w+)*");

    private final Context context;
    private final Programs programs;

    public InstalledAgents(Context context) {
        this.context = context;
        this.programs = Programs.agents(context);
    }

    /** All agents that Pawl supports, in order. Some take seconds to print their version. */
    public List<InstalledAgent> look() {
        return KnownAgent.ALL.parallelStream().map(this::look).toList();
    }

    private InstalledAgent look(KnownAgent agent) {
        AgentVariables settings = AgentVariables.of(agent.name(), context);
        String verified = TestedVersions.of(agent.name());
        SignIn signIn = agent.signIn(context);
        Optional<String> answer = program(agent, settings).flatMap(file -> Probe.ask(file, "--version"));
        String says = answer.orElse("");
        Matcher version = VERSION.matcher(says);
        String found = version.find() ? version.group() : null;
        return new InstalledAgent(
                agent.name(),
                answer.isPresent(),
                says,
                found,
                verified,
                signIn,
                agent.by(context).orElse(null),
                settings,
                answer.isPresent() ? advice(agent, found, verified, signIn) : Programs.install(agent.program()));
    }

    private Optional<Path> program(KnownAgent agent, AgentVariables settings) {
        return settings.path() == null
                ? programs.find(agent.program())
                : Optional.of(settings.path()).filter(Files::isExecutable);
    }

    private static @Nullable String advice(KnownAgent agent, @Nullable String version, String verified, SignIn signIn) {
        if (signIn == SignIn.SIGNED_OUT) {
            return agent.signIn();
        }
        return verified.equals(version) ? null : "tested with version " + verified;
    }
}
