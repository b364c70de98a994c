package dev.pawl.cli.preflight;

import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.invocation.Programs;
import dev.pawl.cli.preflight.KnownAgent.SignIn;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The agents that this machine can run, without running them.
 *
 * @param names installed and signed in; if none is known to be, those that may be
 * @param advice what to do if the one to use is not clear
 */
public record UsableAgents(List<String> names, String advice) {
    public UsableAgents {
        names = List.copyOf(names);
    }

    public static UsableAgents of(Context context) {
        Programs programs = Programs.agents(context);
        List<KnownAgent> installed = KnownAgent.ALL.stream()
                .filter(agent -> programs.find(agent.program()).isPresent())
                .toList();
        List<String> signedIn = names(installed, context, SignIn.SIGNED_IN);
        List<String> usable = signedIn.isEmpty() ? names(installed, context, SignIn.UNKNOWN) : signedIn;
        return new UsableAgents(usable, usable.isEmpty() ? noneOf(installed) : severalOf(usable));
    }

    private static List<String> names(List<KnownAgent> agents, Context context, SignIn signIn) {
        return agents.stream()
                .filter(agent -> agent.signIn(context) == signIn)
                .map(KnownAgent::name)
                .toList();
    }

    private static String noneOf(List<KnownAgent> installed) {
        return installed.isEmpty()
                ? "no agent is installed here; " + Programs.install("claude") + "; others: pawl agents"
                : installed.stream()
                        .map(agent -> agent.name() + " is installed but not signed in; " + agent.signIn())
                        .collect(Collectors.joining("; "));
    }

    private static String severalOf(List<String> usable) {
        return "usable here: %s; name one with --agent, or for all tasks of the repository: pawl init"
                .formatted(String.join(", ", usable));
    }

    /** The one to use; empty if there are several, or none. */
    public Optional<String> only() {
        return names.size() == 1 ? Optional.of(names.getFirst()) : Optional.empty();
    }
}
