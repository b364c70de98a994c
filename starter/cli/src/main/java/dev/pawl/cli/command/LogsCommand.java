package dev.pawl.cli.command;

import com.google.gson.JsonObject;
import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.Action;
import dev.pawl.api.v1.ActionKind;
import dev.pawl.api.v1.GetLogsRequest;
import dev.pawl.api.v1.GetLogsResponse;
import dev.pawl.api.v1.Task;
import dev.pawl.cli.command.option.OutputOption;
import dev.pawl.cli.command.option.TaskParameter;
import dev.pawl.cli.connection.ConnectionOptions;
import dev.pawl.cli.connection.Outage;
import dev.pawl.cli.connection.TaskLookup;
import dev.pawl.cli.document.ActionDocument;
import dev.pawl.cli.document.Json;
import dev.pawl.cli.invocation.CommandFailure;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.invocation.ExitCode;
import dev.pawl.cli.log.ActionLog;
import dev.pawl.cli.log.ActionReport;
import dev.pawl.cli.log.ActionSelection;
import dev.pawl.cli.log.Following;
import dev.pawl.cli.log.SessionLookup;
import dev.pawl.cli.log.Transcripts;
import dev.pawl.cli.terminal.Terminal;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "logs",
        description = {
            "Show what the agent did: commands, files, searches, tools, messages, questions; secrets are redacted.",
            "Kinds: message, command, file_edit, file_read, search, tool, question, retry."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  pawl logs calc-1f3a",
            "  pawl logs last --follow                     as it happens, until the task ends",
            "  pawl logs last --kind command,file_edit",
            "  pawl logs calc-1f3a --session 9b1d --transcript    complete output of one session"
        })
public final class LogsCommand implements Callable<Integer> {
    private final Context context;

    @Mixin
    private TaskParameter task;

    @Option(
            names = {"-f", "--follow"},
            description = "Keep showing new actions until the task ends. Ctrl-C stops only the output.")
    private boolean follow;

    @Option(names = "--kind", paramLabel = "KIND", split = ",", description = "Only these kinds; may be repeated.")
    private List<String> kinds = new ArrayList<>();

    @Option(names = "--session", paramLabel = "ID", description = "Only this session: its id or a unique prefix.")
    private @Nullable String session;

    @Option(names = "--transcript", description = "The complete output of the agent, stored at its end.")
    private boolean transcript;

    @Mixin
    private OutputOption output;

    @Mixin
    private ConnectionOptions connection;

    LogsCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        if (transcript && (follow || !kinds.isEmpty())) {
            throw new CommandFailure(ExitCode.USAGE, "--transcript has all kinds, and none before a session's end");
        }
        List<ActionKind> wanted = kinds.stream().map(ActionSelection::kind).toList();
        try (PawlClient client = connection.open()) {
            Task found = new TaskLookup(client).find(task.id());
            String only = session == null ? null : SessionLookup.find(found, session);
            if (transcript) {
                transcripts(client, found, only);
            } else {
                actions(client, found, new ActionSelection(found.getId(), wanted, only));
            }
        }
        return 0;
    }

    private void actions(PawlClient client, Task found, ActionSelection selection) throws Exception {
        Map<String, Action> newest = new LinkedHashMap<>();
        Consumer<Action> shown = shown(found, selection);
        Consumer<Action> sink = action -> {
            // A change may be sent twice at the switch from listing to watching.
            Action before = newest.put(action.getSessionId() + action.getNumber(), action);
            if (before == null || before.getPosition() < action.getPosition()) {
                shown.accept(action);
            }
        };
        long position = ActionLog.read(client, selection, sink);
        if (follow) {
            new Following(connection::open, selection, position, new Outage(context.terminal()::say)).follow(sink);
        }
        if (output.format() == OutputOption.Format.json) {
            output.printAll(
                    List::of,
                    () -> newest.values().stream().map(ActionDocument::of).toList());
        } else if (newest.isEmpty()) {
            context.terminal()
                    .say(
                            found.getSessionsCount() == 0
                                    ? "no session yet"
                                    : "nothing; the transcripts: pawl logs " + found.getId() + " --transcript");
        }
    }

    private Consumer<Action> shown(Task found, ActionSelection selection) {
        Terminal terminal = context.terminal();
        ActionReport report = new ActionReport(found, selection, ZoneId.systemDefault(), terminal.outStyle());
        return action -> {
            switch (output.format()) {
                case text -> report.lines(action).forEach(terminal::print);
                case jsonl -> terminal.out().println(Json.line(ActionDocument.of(action)));
                case json -> {}
            }
            terminal.out().flush();
        };
    }

    private void transcripts(PawlClient client, Task found, @Nullable String only) throws IOException {
        GetLogsRequest.Builder request = GetLogsRequest.newBuilder().setTaskId(found.getId());
        if (only != null) {
            request.setSessionId(only);
        }
        Iterator<GetLogsResponse> parts = client.streams().getLogs(request.build());
        if (output.format() == OutputOption.Format.text) {
            new Transcripts(context.terminal(), found).print(parts, only == null);
            if (found.getSessionsCount() == 0) {
                context.terminal().say("no session yet");
            }
        } else {
            List<JsonObject> documents = Transcripts.documents(parts);
            output.printAll(List::of, () -> documents);
        }
    }
}
