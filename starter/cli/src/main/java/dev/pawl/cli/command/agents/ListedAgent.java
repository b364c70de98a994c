package dev.pawl.cli.command.agents;

import com.google.gson.JsonObject;
import dev.pawl.cli.doctor.InstalledAgent;
import dev.pawl.cli.document.Json;
import dev.pawl.cli.invocation.Programs;
import dev.pawl.cli.preflight.KnownAgent.SignIn;
import dev.pawl.cli.taskfile.NamedAgent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An agent as listed by {@code pawl agents}.
 *
 * @param kind the agent to run
 * @param version absent if it is not installed, or reports none
 * @param tested the version of the contract tests; absent for a command
 * @param by the cloud, gateway or program that signs it in; absent if it has its own sign-in or key, or none
 * @param args appended to Pawl's own
 * @param env names of variables that it gets in addition to its keys
 * @param advice what to do; absent if nothing
 */
record ListedAgent(
        String name,
        String kind,
        boolean installed,
        @Nullable String version,
        @Nullable String tested,
        SignIn signIn,
        @Nullable String by,
        @Nullable String model,
        List<String> args,
        List<String> env,
        @Nullable String advice) {
    static ListedAgent of(InstalledAgent agent) {
        return new ListedAgent(
                agent.name(),
                agent.name(),
                agent.installed(),
                agent.version(),
                agent.verified(),
                agent.signIn(),
                agent.by(),
                agent.settings().model(),
                agent.settings().args(),
                agent.settings().env(),
                agent.advice());
    }

    /** Always available: the task names its program. */
    static ListedAgent anyCommand() {
        return command("command", "command", true, null, List.of(), "the task names its program");
    }

    /** The worker's settings for its kind apply to it too. */
    static ListedAgent named(NamedAgent agent, InstalledAgent program) {
        return new ListedAgent(
                agent.name(),
                agent.kind(),
                program.installed(),
                program.version(),
                program.verified(),
                program.signIn(),
                program.by(),
                agent.model() == null ? program.settings().model() : agent.model(),
                both(program.settings().args(), agent.args()),
                both(program.settings().env(), agent.env()),
                program.advice());
    }

    static ListedAgent command(NamedAgent agent, Programs programs) {
        String program = agent.command().getFirst();
        boolean there = program.contains("/")
                ? !program.startsWith("/") || Files.isExecutable(Path.of(program))
                : programs.find(program).isPresent();
        return command(
                agent.name(), agent.kind(), there, agent.model(), agent.env(), String.join(" ", agent.command()));
    }

    /** Nothing is known about the version or the sign-in of a command. */
    private static ListedAgent command(
            String name, String kind, boolean installed, @Nullable String model, List<String> env, String advice) {
        return new ListedAgent(name, kind, installed, null, null, SignIn.UNKNOWN, null, model, List.of(), env, advice);
    }

    private static List<String> both(List<String> first, List<String> then) {
        return Stream.concat(first.stream(), then.stream()).toList();
    }

    String[] cells() {
        return new String[] {
            name,
            kind.equals(name) ? "" : kind,
            installed ? orDash(version) : "not installed",
            orDash(tested),
            signIn.name().toLowerCase(Locale.ROOT).replace('_', ' '),
            orDash(model),
            notes()
        };
    }

    private String notes() {
        List<String> notes = new ArrayList<>();
        if (by != null) {
            notes.add("signed in by " + by);
        }
        if (!args.isEmpty()) {
            notes.add("args: " + String.join(" ", args));
        }
        if (!env.isEmpty()) {
            notes.add("env: " + String.join(" ", env));
        }
        if (advice != null) {
            notes.add(advice);
        }
        return String.join("; ", notes);
    }

    private static String orDash(@Nullable String value) {
        return value == null ? "-" : value;
    }

    JsonObject document() {
        JsonObject json = new JsonObject();
        json.addProperty("name", name);
        json.addProperty("kind", kind);
        json.addProperty("installed", installed);
        json.add("version", Json.text(version));
        json.add("tested_version", Json.text(tested));
        json.addProperty("sign_in", signIn.name().toLowerCase(Locale.ROOT));
        json.add("sign_in_by", Json.text(by));
        json.add("model", Json.text(model));
        json.add("args", Json.texts(args));
        json.add("env", Json.texts(env));
        json.add("advice", Json.text(advice));
        return json;
    }
}
