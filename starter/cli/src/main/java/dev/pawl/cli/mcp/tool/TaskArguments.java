package dev.pawl.cli.mcp.tool;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import dev.pawl.cli.command.GivenTask;
import dev.pawl.cli.document.Json;
import dev.pawl.cli.invocation.CommandFailure;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.invocation.ExitCode;
import dev.pawl.cli.repository.Repository;
import dev.pawl.cli.yaml.InvalidFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The task of a call: the text of a task file, or its most usual keys. */
final class TaskArguments {
    private static final String PROMPT = "prompt";
    private static final String TITLE = "title";
    private static final String WORKSPACE = "workspace";
    private static final String AGENT = "agent";
    private static final String CHECKS = "checks";
    private static final String FILE = "task_file";
    private static final List<String> OF_A_FILE = List.of(PROMPT, TITLE, AGENT, CHECKS);
    /** The reader of task files reports what is too long for one, so that a limit is written once. */
    private static final Kind.Text LONG = new Kind.Text(16 * 1024 * 1024);

    private final Context context;

    TaskArguments(Context context) {
        this.context = context;
    }

    static List<Parameter> parameters() {
        return List.of(
                Parameter.optional(PROMPT, LONG, "What the agent is to do."),
                Parameter.optional(TITLE, new Kind.Text(1000), "One line. Default: begins as the prompt does."),
                Parameter.optional(
                        WORKSPACE,
                        new Kind.Text(4096),
                        "Absolute path of the directory to work on, such as a git repository. Default: the "
                                + "repository that this server was started in, else an empty directory. "
                                + "Relative paths of a task_file are relative to it."),
                Parameter.optional(
                        AGENT,
                        new Kind.Text(200),
                        "Such as claude-code, codex or gemini. Needed unless .pawl/defaults.yaml of the "
                                + "repository names one."),
                Parameter.optional(
                        CHECKS,
                        new Kind.Texts(100, 10_000),
                        "Commands that prove the result, such as 'python3 -m pytest -q'; exit code 0 passes."),
                Parameter.optional(
                        FILE, LONG, "The text of a whole task file, instead of prompt, title, agent and checks."));
    }

    /** @throws CommandFailure with every problem of the task */
    GivenTask read(Arguments arguments) throws IOException {
        Path directory = arguments.text(WORKSPACE).map(this::directory).orElse(context.directory());
        String text = arguments.text(FILE).orElseGet(() -> file(arguments, directory));
        if (arguments.has(FILE) && OF_A_FILE.stream().anyMatch(arguments::has)) {
            throw new CommandFailure(
                    ExitCode.USAGE, FILE + " is a whole task; leave out " + String.join(", ", OF_A_FILE));
        }
        try {
            return GivenTask.content(context, text, directory);
        } catch (InvalidFileException invalid) {
            throw GivenTask.refused(GivenTask.CONTENT, invalid);
        }
    }

    private Path directory(String given) {
        try {
            Path directory = given.startsWith("~/")
                    ? context.home().resolve(given.substring(2))
                    : context.directory().resolve(given);
            if (Files.isDirectory(directory)) {
                return directory.normalize();
            }
        } catch (InvalidPathException notOnThisSystem) {
            // Reported as any other place that is no directory.
        }
        throw new CommandFailure(ExitCode.USAGE, WORKSPACE + ": no such directory: " + given);
    }

    /** A task file with the given keys. */
    private static String file(Arguments arguments, Path directory) {
        String prompt = arguments
                .text(PROMPT)
                .orElseThrow(() -> new CommandFailure(ExitCode.USAGE, "give a " + PROMPT + " or a " + FILE));
        StringBuilder keys = new StringBuilder();
        arguments.text(TITLE).ifPresent(title -> key(keys, TITLE, new JsonPrimitive(title)));
        arguments.text(AGENT).ifPresent(agent -> key(keys, AGENT, new JsonPrimitive(agent)));
        if (arguments.has(CHECKS)) {
            key(keys, CHECKS, Json.texts(arguments.texts(CHECKS)));
        }
        workspace(arguments, directory, keys.isEmpty())
                .ifPresent(path -> key(keys, WORKSPACE, new JsonPrimitive(path.toString())));
        return "---\n" + keys + "---\n" + prompt;
    }

    /** A prompt without keys, and a repository with defaults, have a workspace already. */
    private static Optional<Path> workspace(Arguments arguments, Path directory, boolean bare) {
        return arguments.has(WORKSPACE)
                ? Optional.of(directory)
                : Repository.around(directory)
                        .filter(repository -> !bare && !Files.exists(repository.defaults()))
                        .map(Repository::root);
    }

    /** JSON is YAML, except that one character which it may contain ends a line there. */
    private static void key(StringBuilder keys, String name, JsonElement value) {
        keys.append(name)
                .append(": ")
                .append(Json.line(value).replace("\u0085", "\\u0085"))
                .append('\n');
    }
}
