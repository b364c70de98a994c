package dev.pawl.cli.command.plan;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.Cause;
import dev.pawl.api.v1.DeliveryState;
import dev.pawl.api.v1.Plan;
import dev.pawl.api.v1.PlanPackage;
import dev.pawl.cli.command.Outcomes;
import dev.pawl.cli.command.option.DurationConverter;
import dev.pawl.cli.command.option.OutputOption;
import dev.pawl.cli.connection.ConnectionOptions;
import dev.pawl.cli.document.Json;
import dev.pawl.cli.document.PlanDocument;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.invocation.ExitCode;
import dev.pawl.cli.planwatch.PlanDisplay;
import dev.pawl.cli.planwatch.PlanNarrator;
import dev.pawl.cli.planwatch.PlanWatching;
import dev.pawl.cli.report.PlanStatusReport;
import dev.pawl.cli.terminal.Terminal;
import dev.pawl.cli.watch.Detach;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Watches a plan to its end and reports it; shared by {@code run} and {@code watch}. */
final class PlanWatchView {
    private final Context context;

    @Mixin
    private OutputOption output;

    @Mixin
    private ConnectionOptions connection;

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "How long to watch, such as 30m; the plan continues afterwards. Default: until it ends.")
    private @Nullable Duration timeout;

    PlanWatchView(Context context) {
        this.context = context;
    }

    ConnectionOptions connection() {
        return connection;
    }

    ExitCode follow(Plan known) throws IOException, InterruptedException {
        Plan plan = watch(known);
        output.print(
                () -> PlanStatusReport.lines(
                        plan, context.terminal().width(), context.terminal().outStyle()),
                () -> document(plan));
        if (plan.hasFinishedAt()) {
            report(plan);
        }
        return exitCode(plan);
    }

    private void report(Plan plan) throws IOException {
        try (PawlClient client = connection.open()) {
            PlanReportFile.leave(context, plan, PlanTasks.figures(client, plan));
        }
    }

    private Plan watch(Plan known) throws IOException, InterruptedException {
        Terminal terminal = context.terminal();
        try (PlanDisplay display = new PlanDisplay(terminal);
                Detach detach = new Detach(terminal, display::close, continues(known.getId()))) {
            display.start();
            PlanNarrator narrator = new PlanNarrator(terminal.errStyle(), changes());
            // Without a terminal a question ends the watch; the plan itself keeps waiting.
            return new PlanWatching(
                            connection::open, known.getId(), narrator, display, !terminal.interactive(), timeout)
                    .follow();
        }
    }

    private static String continues(String id) {
        return "the plan continues. Come back: pawl plan watch " + id + "   end it: pawl plan stop " + id;
    }

    private Consumer<PlanPackage> changes() {
        if (output.format() != OutputOption.Format.jsonl) {
            return changed -> {};
        }
        return changed -> {
            context.terminal().out().println(Json.line(Json.typed("package", PlanDocument.of(changed))));
            context.terminal().out().flush();
        };
    }

    /** The last line of {@code jsonl} is the plan, marked as such among the packages. */
    private JsonElement document(Plan plan) {
        JsonObject document = PlanDocument.of(plan);
        return output.format() == OutputOption.Format.jsonl ? Json.typed("plan", document) : document;
    }

    static ExitCode exitCode(Plan plan) {
        return switch (plan.getStatus()) {
            case PLAN_STATUS_ACCEPTED ->
                plan.getDelivery().getState() == DeliveryState.DELIVERY_STATE_FAILED
                        ? ExitCode.NOT_DELIVERED
                        : ExitCode.ACCEPTED;
            case PLAN_STATUS_WAITING -> ExitCode.NEEDS_PERSON;
            default ->
                plan.getCause() == Cause.CAUSE_UNSPECIFIED ? ExitCode.NOT_ACCEPTED : Outcomes.of(plan.getCause());
        };
    }
}
