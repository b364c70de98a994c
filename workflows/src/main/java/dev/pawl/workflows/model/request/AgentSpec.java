package dev.pawl.workflows.model.request;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.pawl.workflows.model.Require;
import dev.pawl.workflows.model.VariableNames;
import dev.pawl.workflows.model.Wire;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which agent to run, and how.
 *
 * @param name the adapter, such as {@code claude-code} or {@code command}
 * @param model passed to the agent unchanged; absent means the agent's default
 * @param command program and arguments of a {@code command} agent; empty for every other
 * @param continued whether an iteration continues the agent's own session of the previous one, if there is one
 * @param args appended to Pawl's own arguments; empty for a {@code command} agent
 * @param env names of the worker's variables that it gets in addition to its keys. Never values
 * @param alias the name of its settings; absent means the adapter's name
 * @param inherit what it gets of the user's own settings of this program; usually nothing
 */
public record AgentSpec(
        String name,
        @Nullable String model,
        List<String> command,
        boolean continued,
        List<String> args,
        List<String> env,
        @Nullable String alias,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Inherited> inherit) {
    /** A part of the user's own settings of an agent program. */
    public enum Inherited {
        SKILLS,
        /** Servers of the Model Context Protocol. */
        MCP,
        /** Instructions for all projects. */
        INSTRUCTIONS;

        /** The name in JSON, rows and the API: lower snake case. */
        @JsonValue
        public String wire() {
            return Wire.name(this);
        }

        /** @throws IllegalArgumentException if unknown; the message lists the allowed values */
        @JsonCreator
        public static Inherited of(String wire) {
            return Wire.parse(Inherited.class, wire);
        }
    }

    public static final String COMMAND = "command";

    /** The adapters that can inherit. */
    public static final List<String> INHERITING = List.of("claude-code", "codex", "gemini");

    private static final int MAX_ARG = 2000;
    private static final int MAX_ARGS = 50;

    public AgentSpec {
        Require.text(name, 64, "agent");
        command = Require.list(command);
        args = Require.list(args);
        env = VariableNames.checked(Require.list(env), "env");
        inherit = Require.list(inherit).stream().distinct().toList();
        Require.range(args.size(), 0, MAX_ARGS, "the number of args");
        args.forEach(arg -> Require.text(arg, MAX_ARG, "an item of args"));
        if (alias != null) {
            Require.text(alias, 64, "alias");
        }
        if (COMMAND.equals(name) && command.isEmpty()) {
            throw new IllegalArgumentException("agent 'command' needs 'command', the program to run");
        }
        if (!COMMAND.equals(name) && !command.isEmpty()) {
            throw new IllegalArgumentException("'command' is only for agent 'command', not for '" + name + "'");
        }
        if (!inherit.isEmpty() && !INHERITING.contains(name)) {
            throw new IllegalArgumentException(
                    "agent '%s' inherits nothing; %s can".formatted(name, String.join(", ", INHERITING)));
        }
        if (COMMAND.equals(name) && continued) {
            throw new IllegalArgumentException("agent 'command' has no session to continue to continue");
        }
    }

    /** An agent without its own settings, whose every session begins anew. Not for {@value #COMMAND}. */
    public static AgentSpec of(String name) {
        return new AgentSpec(name, null, List.of(), false, List.of(), List.of(), null, List.of());
    }

    /** A program of the user as the agent. */
    public static AgentSpec command(List<String> command) {
        return new AgentSpec(COMMAND, null, command, false, List.of(), List.of(), null, List.of());
    }

    public AgentSpec withModel(@Nullable String other) {
        return new AgentSpec(name, other, command, continued, args, env, alias, inherit);
    }

    /** The same, continuing its own session from one iteration to the next. */
    public AgentSpec continuing() {
        return new AgentSpec(name, model, command, true, args, env, alias, inherit);
    }

    public AgentSpec withArgs(List<String> appended) {
        return new AgentSpec(name, model, command, continued, appended, env, alias, inherit);
    }

    public AgentSpec withEnv(List<String> variables) {
        return new AgentSpec(name, model, command, continued, args, variables, alias, inherit);
    }

    public AgentSpec aliased(String other) {
        return new AgentSpec(name, model, command, continued, args, env, other, inherit);
    }

    public AgentSpec inheriting(List<Inherited> parts) {
        return new AgentSpec(name, model, command, continued, args, env, alias, parts);
    }

    /** Its name for people. */
    public String called() {
        return alias == null ? name : alias;
    }
}
