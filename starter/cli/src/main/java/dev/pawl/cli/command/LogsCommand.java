package dev.pawl.cli.command;

import com.google.gson.JsonObject;
import com.google.protobuf.ByteString;
import dev.pawl.api.client.PawlClient;
import dev.pawl.api.client.Words;
import dev.pawl.api.v1.GetLogsRequest;
import dev.pawl.api.v1.GetLogsResponse;
import dev.pawl.api.v1.Session;
import dev.pawl.api.v1.Task;
import dev.pawl.cli.CommandFailure;
import dev.pawl.cli.Context;
import dev.pawl.cli.ExitCode;
import dev.pawl.cli.connection.ConnectionOptions;
import dev.pawl.cli.connection.TaskLookup;
import dev.pawl.cli.terminal.Printable;
import dev.pawl.cli.terminal.Terminal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "logs",
        description = "Show what the agent said and did: the transcripts of its sessions, secrets taken out.",
        footerHeading = "%nExamples:%n",
        footer = {"  pawl logs calc-1f3a", "  pawl logs calc-1f3a --session 9b1d    only that session, as it was stored"
        })
public final class LogsCommand implements Callable<Integer> {
    private final Context context;

    @Mixin
    private TaskParameter task;

    @Option(names = "--session", paramLabel = "ID", description = "Only this session; enough of its beginning.")
    private @Nullable String session;

    @Mixin
    private OutputOption output;

    @Mixin
    private ConnectionOptions connection;

    LogsCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        try (PawlClient client = connection.open()) {
            Task found = new TaskLookup(client).find(task.id());
            GetLogsRequest.Builder request = GetLogsRequest.newBuilder().setTaskId(found.getId());
            if (session != null) {
                request.setSessionId(sessionId(found, session));
            }
            Iterator<GetLogsResponse> parts = client.streams().getLogs(request.build());
            if (output.format() == OutputOption.Format.text) {
                text(found, parts);
            } else {
                documents(parts);
            }
        }
        return 0;
    }

    private static String sessionId(Task task, String prefix) {
        List<String> matches = task.getSessionsList().stream()
                .map(Session::getId)
                .filter(id -> id.startsWith(prefix))
                .toList();
        if (matches.size() == 1) {
            return matches.getFirst();
        }
        String known = String.join(
                "\n  ", task.getSessionsList().stream().map(Session::getId).toList());
        throw new CommandFailure(
                ExitCode.USAGE,
                "%s session of the task begins with '%s'; its sessions:\n  %s"
                        .formatted(matches.isEmpty() ? "no" : "more than one", prefix, known));
    }

    private void text(Task task, Iterator<GetLogsResponse> parts) throws IOException {
        Terminal terminal = context.terminal();
        String current = "";
        while (parts.hasNext()) {
            GetLogsResponse part = parts.next();
            if (session == null && !part.getSessionId().equals(current)) {
                terminal.print(terminal.outStyle().strong(heading(task, part.getSessionId())));
                current = part.getSessionId();
            }
            if (terminal.outStyle().enabled()) {
                terminal.out().print(Printable.text(part.getChunk().toStringUtf8()));
            } else {
                part.getChunk().writeTo(terminal.out());
            }
        }
        terminal.out().flush();
        if (task.getSessionsCount() == 0) {
            terminal.say("no session yet");
        }
    }

    private static String heading(Task task, String sessionId) {
        return task.getSessionsList().stream()
                .filter(session -> session.getId().equals(sessionId))
                .map(session -> "== iteration %d, attempt %d, session %s, %s"
                        .formatted(
                                session.getIteration(), session.getAttempt(), sessionId, Words.of(session.getStatus())))
                .findFirst()
                .orElse("== session " + sessionId);
    }

    private void documents(Iterator<GetLogsResponse> parts) {
        Map<String, ByteString> transcripts = new LinkedHashMap<>();
        parts.forEachRemaining(part -> transcripts.merge(part.getSessionId(), part.getChunk(), ByteString::concat));
        List<JsonObject> documents = new ArrayList<>();
        transcripts.forEach((id, transcript) -> {
            JsonObject json = new JsonObject();
            json.addProperty("session", id);
            json.addProperty("transcript", transcript.toStringUtf8());
            documents.add(json);
        });
        output.printAll(List::of, () -> documents);
    }
}
