package dev.pawl.cli.command.stack;

import com.google.gson.JsonObject;
import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.CollectRequest;
import dev.pawl.api.v1.CollectResponse;
import dev.pawl.api.v1.CollectedFigure;
import dev.pawl.cli.command.option.OutputOption;
import dev.pawl.cli.connection.ConnectionOptions;
import dev.pawl.cli.document.Json;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.report.Amounts;
import dev.pawl.cli.report.Table;
import dev.pawl.cli.terminal.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "gc",
        description = {
            "Remove data past its retention: stored texts that nothing refers to, snapshots and rows of tasks",
            "that ended long ago. Never data of open tasks. Workers do this by themselves once a day."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  pawl gc --dry-run", "  pawl gc -o json | jq .collected"})
public final class GcCommand implements Callable<Integer> {
    private final Context context;

    @Option(names = "--dry-run", description = "Only show what would be removed.")
    private boolean dryRun;

    @Mixin
    private OutputOption output;

    @Mixin
    private ConnectionOptions connection;

    GcCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        int width = context.terminal().width();
        Style style = context.terminal().outStyle();
        try (PawlClient client = connection.open()) {
            CollectResponse collected = client.audit()
                    .collect(CollectRequest.newBuilder().setDryRun(dryRun).build());
            output.print(() -> lines(collected, width, style), () -> document(collected));
        }
        return 0;
    }

    private List<String> lines(CollectResponse collected, int width, Style style) {
        List<String> lines = new ArrayList<>();
        lines.add(dryRun ? "would be removed" : "removed");
        Table table = new Table("KIND", "COUNT", "BYTES");
        for (CollectedFigure figure : collected.getCollectedList()) {
            table.row(figure.getKind(), Long.toString(figure.getCount()), bytes(figure));
        }
        lines.addAll(table.lines(width, style));
        collected.getSilentHostsList().forEach(host -> lines.add(style.attention("silent  ") + host));
        return lines;
    }

    private static String bytes(CollectedFigure figure) {
        return figure.getKind().endsWith("_rows") ? Amounts.UNKNOWN : Amounts.tokens(figure.getBytes());
    }

    private JsonObject document(CollectResponse collected) {
        JsonObject json = new JsonObject();
        json.addProperty("dry_run", dryRun);
        json.add("collected", Json.array(collected.getCollectedList(), GcCommand::figure));
        json.add("hosts", Json.texts(collected.getHostsList()));
        json.add("silent_hosts", Json.texts(collected.getSilentHostsList()));
        return json;
    }

    private static JsonObject figure(CollectedFigure figure) {
        JsonObject json = new JsonObject();
        json.addProperty("kind", figure.getKind());
        json.addProperty("count", figure.getCount());
        json.addProperty("bytes", figure.getBytes());
        return json;
    }
}
