package dev.pawl.cli.command;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.Task;
import dev.pawl.cli.command.option.OutputOption;
import dev.pawl.cli.command.option.TaskParameter;
import dev.pawl.cli.connection.ConnectionOptions;
import dev.pawl.cli.connection.TaskLookup;
import dev.pawl.cli.document.TaskDocument;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.result.Patch;
import dev.pawl.cli.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "diff",
        description = "Show the change of a task, as a patch for git apply.",
        footerHeading = "%nExamples:%n",
        footer = {"  pawl diff calc-1f3a", "  pawl diff calc-1f3a --iteration 1", "  pawl diff calc-1f3a > change.patch"
        })
public final class DiffCommand implements Callable<Integer> {
    private final Context context;

    @Mixin
    private TaskParameter task;

    @Option(
            names = "--iteration",
            paramLabel = "N",
            description = "The result of this iteration. Default: the last result.")
    private @Nullable Integer iteration;

    @Mixin
    private OutputOption output;

    @Mixin
    private ConnectionOptions connection;

    DiffCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        try (PawlClient client = connection.open()) {
            Task found = new TaskLookup(client).find(task.id());
            if (output.format() == OutputOption.Format.text) {
                text(client, found);
            } else {
                ByteArrayOutputStream patch = new ByteArrayOutputStream();
                Patch.write(client, found.getId(), iteration, patch);
                output.print(List::of, () -> document(found, patch));
            }
        }
        return 0;
    }

    /** Writes the bytes unchanged, except to a terminal, which a patch must not control. */
    private void text(PawlClient client, Task found) throws IOException {
        Terminal terminal = context.terminal();
        long size;
        if (terminal.outStyle().enabled()) {
            ByteArrayOutputStream patch = new ByteArrayOutputStream();
            size = Patch.write(client, found.getId(), iteration, patch);
            patch.toString(StandardCharsets.UTF_8).lines().forEach(line -> terminal.print(coloured(line)));
        } else {
            size = Patch.write(client, found.getId(), iteration, terminal.out());
        }
        terminal.out().flush();
        if (size == 0) {
            terminal.say("no change");
        }
    }

    private String coloured(String line) {
        return switch (line.isEmpty() ? ' ' : line.charAt(0)) {
            case '+' -> context.terminal().outStyle().good(line);
            case '-' -> context.terminal().outStyle().bad(line);
            case '@' -> context.terminal().outStyle().faint(line);
            case 'd' -> context.terminal().outStyle().strong(line);
            default -> line;
        };
    }

    private JsonObject document(Task found, ByteArrayOutputStream patch) {
        JsonObject json = new JsonObject();
        json.addProperty("id", found.getId());
        json.add("diff", found.hasDiff() ? TaskDocument.diff(found.getDiff()) : JsonNull.INSTANCE);
        json.addProperty("patch", patch.toString(StandardCharsets.UTF_8));
        return json;
    }
}
