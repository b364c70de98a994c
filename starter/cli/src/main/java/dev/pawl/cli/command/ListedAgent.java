package dev.pawl.cli.command;

import com.google.gson.JsonObject;
import dev.pawl.cli.doctor.InstalledAgent;
import dev.pawl.cli.document.Json;
import dev.pawl.cli.preflight.KnownAgent.SignIn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An agent as {@code pawl agents} tells it.
 *
 * @param version absent where it is not installed, or tells none
 * @param tested the version that the contract tests ran with; absent for a command
 * @param args put behind the ones Pawl gives
 * @param env names of variables it gets beside its own keys
 * @param advice what to do; absent where nothing is to be done
 */
record ListedAgent(
        String name,
        boolean installed,
        @Nullable String version,
        @Nullable String tested,
        SignIn signIn,
        @Nullable String model,
        List<String> args,
        List<String> env,
        @Nullable String advice) {
    static ListedAgent of(InstalledAgent agent) {
        return new ListedAgent(
                agent.name(),
                agent.installed(),
                agent.version(),
                agent.verified(),
                agent.signIn(),
                agent.settings().model(),
                agent.settings().args(),
                agent.settings().env(),
                agent.advice());
    }

    /** Always there: it is what a task makes it. */
    static ListedAgent anyCommand() {
        return new ListedAgent(
                "command", true, null, null, SignIn.UNKNOWN, null, List.of(), List.of(), "the task names its program");
    }

    String[] cells() {
        return new String[] {
            name,
            installed ? orDash(version) : "not installed",
            orDash(tested),
            signIn.name().toLowerCase(Locale.ROOT).replace('_', ' '),
            orDash(model),
            notes()
        };
    }

    private String notes() {
        List<String> notes = new ArrayList<>();
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
        json.addProperty("installed", installed);
        json.add("version", Json.text(version));
        json.add("tested_version", Json.text(tested));
        json.addProperty("sign_in", signIn.name().toLowerCase(Locale.ROOT));
        json.add("model", Json.text(model));
        json.add("args", Json.texts(args));
        json.add("env", Json.texts(env));
        json.add("advice", Json.text(advice));
        return json;
    }
}
