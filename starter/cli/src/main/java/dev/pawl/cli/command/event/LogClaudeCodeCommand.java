package dev.pawl.cli.command.event;

import com.google.gson.JsonObject;
import dev.pawl.cli.document.Json;
import dev.pawl.cli.hooks.ClaudeCodeEvent;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.invocation.ExitCode;
import dev.pawl.cli.spool.Spool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "claude-code",
        description = {
            "Report what a hook of Claude Code reads from standard input; see: pawl hooks install claude-code",
            "Never fails: an exit code other than 0 could stop the agent."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  pawl log claude-code < hook.json"})
public final class LogClaudeCodeCommand implements Callable<Integer> {
    /** An input contains all of the tool's output. */
    private static final int MAX_BYTES = 32 * 1024 * 1024;

    private final Context context;

    LogClaudeCodeCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        try {
            report();
        } catch (IOException | RuntimeException e) {
            context.terminal().say("warning: the event is not recorded: " + e.getMessage());
        }
        return ExitCode.ACCEPTED.code();
    }

    private void report() throws IOException {
        byte[] input = context.terminal().in().readNBytes(MAX_BYTES + 1);
        if (input.length > MAX_BYTES) {
            throw new IOException("the input is larger than %d bytes".formatted(MAX_BYTES));
        }
        Optional<JsonObject> event = ClaudeCodeEvent.of(new String(input, StandardCharsets.UTF_8));
        if (event.isPresent()) {
            String task = context.variable("PAWL_TASK");
            if (task != null) {
                event.get().addProperty("task_id", task);
            }
            Spool.of(context).add(Json.line(event.get()));
        }
    }
}
