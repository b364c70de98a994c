package dev.pawl.cli.command.agents;

import dev.pawl.cli.invocation.CommandFailure;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.invocation.ExitCode;
import dev.pawl.cli.taskfile.AgentsFile;
import dev.pawl.cli.taskfile.NamedAgent;
import dev.pawl.cli.taskfile.NewAgent;
import dev.pawl.cli.yaml.InvalidFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "add",
        description = {
            "Define a named agent with its own settings, for task files: agent: NAME.",
            "Added to agents.yaml in the home of Pawl; its content is preserved."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  pawl agents add quick --kind codex --model gpt-5-mini",
            "  pawl agents add careful --kind claude-code --model opus --arg=--fallback-model --arg=sonnet",
            "  pawl agents add ours --kind command --env OURS_TOKEN -- python3 /opt/agents/ours.py"
        })
public final class AgentsAddCommand implements Callable<Integer> {
    private final Context context;

    @Parameters(
            index = "0",
            paramLabel = "NAME",
            description = "Its name in task files: lower-case letters, digits and '-'.")
    private String name;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "PROGRAM",
            description = "With --kind command: the program and its arguments, after --.")
    private List<String> command = List.of();

    @Option(
            names = "--kind",
            required = true,
            paramLabel = "KIND",
            description = "claude-code, codex, gemini, opencode, qwen, copilot or command.")
    private String kind;

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            description = "For tasks that name none. Default: the agent's own.")
    private @Nullable String model;

    @Option(
            names = "--arg",
            paramLabel = "WORD",
            description =
                    "Appended to Pawl's own arguments. May be repeated. Arguments that Pawl relies on are refused.")
    private List<String> args = List.of();

    @Option(
            names = "--env",
            paramLabel = "VARIABLE",
            description = "Name of a variable of the worker that the agent gets. May be repeated.")
    private List<String> env = List.of();

    AgentsAddCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        Path file = AgentsFile.of(context);
        try {
            new NewAgent(new NamedAgent(name, kind, model, command, args, env))
                    .addTo(file)
                    .ifPresent(refused -> {
                        throw new CommandFailure(ExitCode.USAGE, refused);
                    });
        } catch (InvalidFileException invalid) {
            throw NamedAgents.failure(invalid);
        }
        context.terminal().say("added to " + file + "; in a task file: agent: " + name);
        return 0;
    }
}
