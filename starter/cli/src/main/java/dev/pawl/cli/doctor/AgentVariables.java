package dev.pawl.cli.doctor;

import dev.pawl.cli.invocation.Context;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Settings of an agent in this environment, as a worker started in it would see them: the variables of {@code
 * pawl.agents.NAME}.
 *
 * @param path of the program
 * @param model for tasks that name none
 * @param args appended to Pawl's own
 * @param env names of variables that the agent gets in addition to its keys
 */
public record AgentVariables(@Nullable Path path, @Nullable String model, List<String> args, List<String> env) {
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

    public AgentVariables {
        args = List.copyOf(args);
        env = List.copyOf(env);
    }

    static AgentVariables of(String agent, Context context) {
        String prefix = "PAWL_AGENTS_" + agent.replace("-", "").toUpperCase(Locale.ROOT) + "_";
        String path = context.variable(prefix + "PATH");
        return new AgentVariables(
                path == null ? null : Path.of(path),
                context.variable(prefix + "MODEL"),
                words(context.variable(prefix + "FLAGS")),
                words(context.variable(prefix + "ENVIRONMENT")));
    }

    private static List<String> words(@Nullable String value) {
        return value == null ? List.of() : COMMA.splitAsStream(value.strip()).toList();
    }
}
