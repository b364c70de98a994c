package dev.pawl.cli.command;

import dev.pawl.cli.command.agents.NamedAgents;
import dev.pawl.cli.invocation.CommandFailure;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.invocation.ExitCode;
import dev.pawl.cli.preflight.UsableAgents;
import dev.pawl.cli.repository.Repository;
import dev.pawl.cli.taskfile.AgentsFile;
import dev.pawl.cli.taskfile.Defaults;
import dev.pawl.cli.taskfile.TaskFile;
import dev.pawl.cli.taskfile.TaskFileParser;
import dev.pawl.cli.text.Nearest;
import dev.pawl.cli.yaml.InvalidFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A task, and what it takes from the repository around it.
 *
 * @param defaults of that repository
 */
public record GivenTask(TaskFile task, Defaults defaults) {
    /** Name of a text in problems. */
    static final String TEXT = "text";

    /** Name, in problems, of the content of a task file that is none. */
    public static final String CONTENT = "task.md";

    /**
     * Reads a task file. It takes the defaults of the repository that contains it. A prompt outside of repositories
     * takes those of the current one.
     *
     * @param agent to use instead of the one that it names; null leaves it
     * @throws InvalidFileException with every problem of the file and of the defaults
     */
    static GivenTask file(Context context, Path file, @Nullable String agent) throws IOException, InvalidFileException {
        Path path = context.directory().resolve(file).normalize();
        AgentsFile agents = NamedAgents.of(context);
        Optional<Repository> around = Repository.around(path.resolveSibling(""));
        Defaults defaults = around.isPresent()
                ? Defaults.of(around.get(), agents, context.home())
                : current(context, agents).ofPrompts();
        return new GivenTask(parser(context, agents, defaults, agent).file(path), defaults);
    }

    /**
     * Reads a text, all of which is the prompt, for the current repository.
     *
     * @param agent to use instead of the one of the defaults; null leaves it
     * @throws InvalidFileException with every problem of the text and of the defaults
     * @throws CommandFailure if the current directory is in no repository
     */
    static GivenTask text(Context context, String text, @Nullable String agent)
            throws IOException, InvalidFileException {
        AgentsFile agents = NamedAgents.of(context);
        Defaults defaults = current(context, agents);
        if (defaults.repository().isEmpty()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    context.directory() + " is in no git repository, so a text has nothing to work on; "
                            + "go to a repository, run git init, or write a task file with 'workspace'");
        }
        TaskFile task = parser(context, agents, defaults, agent).text(text, TEXT, context.directory());
        return new GivenTask(task, defaults);
    }

    /** As {@link #text}, with every problem as the failure of the command. */
    public static GivenTask ofText(Context context, String text, @Nullable String agent) throws IOException {
        return valid(TEXT, () -> text(context, text, agent));
    }

    interface Reading {
        GivenTask read() throws IOException, InvalidFileException;
    }

    /** @throws CommandFailure with every problem of what is read */
    static GivenTask valid(String name, Reading reading) throws IOException {
        try {
            return reading.read();
        } catch (InvalidFileException invalid) {
            throw refused(name, invalid);
        }
    }

    /**
     * Reads the content of a task file, as if a file in this directory had it.
     *
     * @throws InvalidFileException with every problem of the content and of the defaults
     */
    public static GivenTask content(Context context, String content, Path directory)
            throws IOException, InvalidFileException {
        AgentsFile agents = NamedAgents.of(context);
        Optional<Repository> around = Repository.around(directory);
        Defaults defaults = around.isPresent() ? Defaults.of(around.get(), agents, context.home()) : Defaults.NONE;
        TaskFile task = parser(context, agents, defaults, null).content(content, CONTENT, directory);
        return new GivenTask(task, defaults);
    }

    /** @param name of the file or of the text */
    public static CommandFailure refused(String name, InvalidFileException invalid) {
        int count = invalid.problems().size();
        StringBuilder message = new StringBuilder(
                "%s has %s, nothing was started:".formatted(name, count == 1 ? "a problem" : count + " problems"));
        invalid.problems().forEach(problem -> message.append("\n  ").append(problem.in(name)));
        return new CommandFailure(ExitCode.USAGE, message.toString(), invalid);
    }

    /** The defaults that a file holds; empty if it is another file. */
    static Optional<Defaults> defaults(Context context, Path file) throws IOException {
        Path path = context.directory().resolve(file).normalize();
        Optional<Repository> around = Repository.around(path.resolveSibling(""))
                .filter(of -> of.defaults().equals(path));
        return around.isPresent()
                ? Optional.of(Defaults.of(around.get(), NamedAgents.of(context), context.home()))
                : Optional.empty();
    }

    private static Defaults current(Context context, AgentsFile agents) throws IOException {
        Optional<Repository> around = Repository.around(context.directory());
        return around.isPresent() ? Defaults.of(around.get(), agents, context.home()) : Defaults.NONE;
    }

    private static TaskFileParser parser(
            Context context, AgentsFile agents, Defaults defaults, @Nullable String agent) {
        if (agent != null && !agents.names().contains(agent)) {
            String hint = Nearest.to(agent, agents.names())
                    .map(near -> "did you mean '" + near + "'?")
                    .orElse("one of " + String.join(", ", agents.names()));
            throw new CommandFailure(ExitCode.USAGE, "--agent: unknown agent '" + agent + "'; " + hint);
        }
        UsableAgents usable = UsableAgents.of(context);
        return new TaskFileParser(
                agents,
                context.home(),
                defaults,
                new TaskFileParser.Agent(agent, usable.only().orElse(null), usable.advice()));
    }
}
