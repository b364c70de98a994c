package dev.pawl.cli.mcp.tool;

import dev.pawl.api.client.PawlClient;
import dev.pawl.api.client.Words;
import dev.pawl.api.v1.ActionKind;
import dev.pawl.api.v1.GetLogsRequest;
import dev.pawl.api.v1.Task;
import dev.pawl.cli.connection.TaskLookup;
import dev.pawl.cli.invocation.CommandFailure;
import dev.pawl.cli.invocation.ExitCode;
import dev.pawl.cli.log.ActionLog;
import dev.pawl.cli.log.ActionReport;
import dev.pawl.cli.log.ActionSelection;
import dev.pawl.cli.log.SessionLookup;
import dev.pawl.cli.log.Transcripts;
import dev.pawl.cli.terminal.Style;
import dev.pawl.cli.terminal.Terminal;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows what the agent of a task did. */
final class LogsTool {
    private static final String KINDS = "kinds";
    private static final String SESSION = "session";
    private static final String TRANSCRIPT = "transcript";

    private LogsTool() {}

    static Tool tool() {
        List<String> kinds = Words.all(ActionKind.class);
        return Tool.reading(
                "logs",
                "Shows what the agent of a task did: commands, files, searches, tools, messages, questions. "
                        + "Secrets are redacted.",
                List.of(
                        Parameter.task(),
                        Parameter.optional(
                                KINDS,
                                new Kind.Texts(kinds.size(), 40),
                                "Only these kinds: " + String.join(", ", kinds) + "."),
                        Parameter.optional(
                                SESSION, new Kind.Text(200), "Only this session: its id or a unique prefix."),
                        Parameter.optional(
                                TRANSCRIPT,
                                new Kind.Flag(),
                                "true: the complete output of the agent, which is stored at the end of a session.")),
                LogsTool::run);
    }

    private static void run(PawlClient client, Arguments arguments, Excerpt out) throws IOException {
        if (arguments.flag(TRANSCRIPT) && arguments.has(KINDS)) {
            throw new CommandFailure(ExitCode.USAGE, "a transcript has all kinds; leave kinds out");
        }
        List<ActionKind> kinds =
                arguments.texts(KINDS).stream().map(ActionSelection::kind).toList();
        Task task = new TaskLookup(client).find(arguments.required(TaskTools.TASK));
        String session = arguments
                .text(SESSION)
                .map(prefix -> SessionLookup.find(task, prefix))
                .orElse(null);
        if (task.getSessionsCount() == 0) {
            out.line("no session yet");
        } else if (arguments.flag(TRANSCRIPT)) {
            transcripts(client, task, session, out);
        } else {
            ActionSelection selection = new ActionSelection(task.getId(), kinds, session);
            ActionReport report = new ActionReport(task, selection, ZoneId.systemDefault(), Style.PLAIN);
            ActionLog.read(client, selection, action -> out.lines(report.lines(action)));
        }
    }

    private static void transcripts(PawlClient client, Task task, @Nullable String session, Excerpt out)
            throws IOException {
        GetLogsRequest.Builder request = GetLogsRequest.newBuilder().setTaskId(task.getId());
        if (session != null) {
            request.setSessionId(session);
        }
        PrintStream printed = new PrintStream(out, false, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(printed, printed, false, Style.PLAIN, Style.PLAIN, TaskTools.WIDTH);
        new Transcripts(terminal, task).print(client.streams().getLogs(request.build()), session == null);
    }
}
