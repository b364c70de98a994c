package dev.pawl.cli.command;

import com.google.gson.JsonObject;
import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.Decision;
import dev.pawl.api.v1.Task;
import dev.pawl.cli.command.option.OutputOption;
import dev.pawl.cli.command.option.TaskParameter;
import dev.pawl.cli.connection.ConnectionOptions;
import dev.pawl.cli.connection.TaskLookup;
import dev.pawl.cli.document.DecisionDocument;
import dev.pawl.cli.document.EvidenceDocument;
import dev.pawl.cli.invocation.CommandFailure;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.invocation.ExitCode;
import dev.pawl.cli.report.WholeReport;
import dev.pawl.cli.result.Patch;
import dev.pawl.cli.result.TaskDecisions;
import dev.pawl.cli.taskreport.TaskPage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "report",
        description = {
            "Report everything about a task: what ran when, the decisions and their reasons, the evidence, the change, "
                    + "the cost.",
            "HTML is one page without scripts that loads nothing, for wide screens, phones and paper."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  pawl report last --html report.html",
            "  pawl report calc-1f3a",
            "  pawl report calc-1f3a -o json | jq .decisions"
        })
public final class ReportCommand implements Callable<Integer> {
    private final Context context;

    @Mixin
    private TaskParameter task;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Write the report to this file as an HTML page, with the change.")
    private @Nullable Path html;

    @Mixin
    private OutputOption output;

    @Mixin
    private ConnectionOptions connection;

    ReportCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        try (PawlClient client = connection.open()) {
            Task found = new TaskLookup(client).find(task.id());
            List<Decision> decisions = TaskDecisions.of(client, found);
            if (html == null) {
                output.print(
                        () -> WholeReport.lines(
                                found,
                                decisions,
                                context.terminal().width(),
                                context.terminal().outStyle()),
                        () -> document(client, found, decisions));
            } else {
                write(
                        context.directory().resolve(html),
                        TaskPage.of(found, decisions, patch(client, found), Instant.now()));
            }
        }
        return 0;
    }

    private static String patch(PawlClient client, Task found) throws IOException {
        if (!found.hasDiff()) {
            return "";
        }
        ByteArrayOutputStream patch = new ByteArrayOutputStream();
        Patch.write(client, found.getId(), null, patch);
        return patch.toString(StandardCharsets.UTF_8);
    }

    private static JsonObject document(PawlClient client, Task found, List<Decision> decisions) {
        JsonObject document = TaskDocuments.of(client, found);
        document.add("decisions", DecisionDocument.of(found, decisions).get("decisions"));
        document.add("evidence", EvidenceDocument.of(found));
        return document;
    }

    private void write(Path target, String report) {
        try {
            Files.writeString(target, report);
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.USAGE, "cannot write %s: %s; name another file with --html".formatted(target, e), e);
        }
        context.terminal().say("report: " + target);
    }
}
