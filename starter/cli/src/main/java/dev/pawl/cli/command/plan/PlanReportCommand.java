package dev.pawl.cli.command.plan;

import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.Plan;
import dev.pawl.cli.command.option.PlanParameter;
import dev.pawl.cli.connection.ConnectionOptions;
import dev.pawl.cli.connection.PlanLookup;
import dev.pawl.cli.document.Json;
import dev.pawl.cli.invocation.CommandFailure;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.invocation.ExitCode;
import dev.pawl.cli.planreport.PlanFigures;
import dev.pawl.cli.planreport.PlanFiguresDocument;
import dev.pawl.cli.planreport.PlanFiguresReport;
import dev.pawl.cli.planreport.PlanPage;
import dev.pawl.cli.terminal.Printable;
import dev.pawl.cli.terminal.Style;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "report",
        description = {
            "Report what a plan took and cost, and what held it up.",
            "Speed-up, critical path and idle slots are measured. HTML is one page with a chart, without scripts, that "
                    + "loads nothing."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  pawl plan report last",
            "  pawl plan report last -o html -O report.html",
            "  pawl plan report last -o json | jq .speed_up"
        })
public final class PlanReportCommand implements Callable<Integer> {
    /** The values of {@code -o}. */
    enum Format {
        text,
        json,
        html
    }

    private final Context context;

    @Mixin
    private PlanParameter plan;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "Output format: text, json or html. Default: text.")
    private Format format = Format.text;

    @Option(
            names = {"-O", "--file"},
            paramLabel = "FILE",
            description = "Write it to this file. Default: standard output.")
    private @Nullable Path file;

    @Mixin
    private ConnectionOptions connection;

    PlanReportCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        try (PawlClient client = connection.open()) {
            Plan found = new PlanLookup(client).find(plan.id());
            String report = report(found, PlanTasks.figures(client, found));
            if (file == null) {
                context.terminal().out().print(report);
                context.terminal().out().flush();
            } else {
                write(context.directory().resolve(file), report);
            }
        }
        return 0;
    }

    private String report(Plan found, PlanFigures figures) {
        return switch (format) {
            case text -> text(found, figures);
            case json -> Json.pretty(PlanFiguresDocument.of(found, figures)) + "\n";
            case html -> PlanPage.of(found, figures);
        };
    }

    private String text(Plan found, PlanFigures figures) {
        Style style = file == null ? context.terminal().outStyle() : Style.PLAIN;
        return PlanFiguresReport.lines(found, figures, context.terminal().width(), style).stream()
                .map(line -> Printable.text(line) + "\n")
                .collect(Collectors.joining());
    }

    private void write(Path target, String report) {
        try {
            Files.writeString(target, report);
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.USAGE, "cannot write %s: %s; name another file with -O".formatted(target, e), e);
        }
        context.terminal().say("report: " + target);
    }
}
