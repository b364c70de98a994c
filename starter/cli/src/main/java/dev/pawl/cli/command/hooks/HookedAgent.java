package dev.pawl.cli.command.hooks;

import com.google.gson.JsonObject;
import dev.pawl.cli.document.Json;
import dev.pawl.cli.hooks.SettingsFile;
import dev.pawl.cli.invocation.CommandFailure;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.invocation.ExitCode;
import dev.pawl.cli.repository.Repository;
import dev.pawl.cli.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The agent whose settings a command changes, and how it changes them. */
public final class HookedAgent {
    private static final String CLAUDE_CODE = "claude-code";
    private static final String DIRECTORY = ".claude";
    private static final String FILE = "settings.json";

    private final Context context;

    @Parameters(paramLabel = "AGENT", description = "claude-code.")
    private String agent = "";

    @Option(
            names = "--project",
            description = "In the settings of the repository, .claude/settings.json, instead of your own.")
    private boolean project;

    @Option(
            names = {"-y", "--yes"},
            description = "Write without asking.")
    private boolean yes;

    HookedAgent(Context context) {
        this.context = context;
    }

    boolean isOfProject() {
        return project;
    }

    /**
     * Changes the settings, if there is something to change and the person agrees.
     *
     * @param shown what is written or removed, for people
     * @throws CommandFailure if nobody can be asked, or the settings cannot be changed without loss
     */
    int change(String verb, @Nullable JsonObject shown, UnaryOperator<JsonObject> change) throws IOException {
        if (!agent.equals(CLAUDE_CODE)) {
            throw new CommandFailure(ExitCode.USAGE, "unknown agent '%s'; known: %s".formatted(agent, CLAUDE_CODE));
        }
        Terminal terminal = context.terminal();
        Path path = path();
        SettingsFile file = SettingsFile.read(path);
        JsonObject changed = change.apply(file.settings());
        if (Json.line(changed).equals(Json.line(file.settings()))) {
            terminal.print("unchanged " + path);
            return ExitCode.ACCEPTED.code();
        }
        terminal.say("%s %s".formatted(verb, path));
        if (shown != null) {
            Json.pretty(shown).lines().forEach(terminal::say);
        }
        if (!yes && !terminal.interactive()) {
            throw new CommandFailure(ExitCode.USAGE, "nobody can be asked; to write it, add --yes");
        }
        if (!yes && !terminal.confirm("Write it?")) {
            terminal.say("nothing was written");
            return ExitCode.NOT_ACCEPTED.code();
        }
        file.write(changed);
        terminal.print("wrote " + path);
        return ExitCode.ACCEPTED.code();
    }

    private Path path() {
        if (project) {
            Path root = Repository.around(context.directory())
                    .orElseThrow(() -> new CommandFailure(
                            ExitCode.USAGE, context.directory() + " is in no git repository; leave out --project"))
                    .root();
            return root.resolve(DIRECTORY).resolve(FILE);
        }
        String configured = context.variable("CLAUDE_CONFIG_DIR");
        Path directory = configured == null
                ? context.home().resolve(DIRECTORY)
                : context.directory().resolve(configured);
        return directory.resolve(FILE);
    }
}
