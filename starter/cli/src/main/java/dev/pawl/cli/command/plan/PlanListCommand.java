package dev.pawl.cli.command.plan;

import dev.pawl.api.client.PawlClient;
import dev.pawl.api.client.Words;
import dev.pawl.api.v1.ListPlansRequest;
import dev.pawl.api.v1.ListPlansResponse;
import dev.pawl.api.v1.Plan;
import dev.pawl.api.v1.PlanStatus;
import dev.pawl.cli.command.option.OutputOption;
import dev.pawl.cli.command.option.Paging;
import dev.pawl.cli.command.option.StatusWord;
import dev.pawl.cli.connection.ConnectionOptions;
import dev.pawl.cli.document.PlanDocument;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.report.Amounts;
import dev.pawl.cli.report.Table;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "list",
        description = "List plans, newest first.",
        footerHeading = "%nExamples:%n",
        footer = {"  pawl plan list", "  pawl plan list --status running -o jsonl"})
public final class PlanListCommand implements Callable<Integer> {
    private final Context context;

    @Option(names = "--status", paramLabel = "STATUS", description = "Only plans in this status, such as running.")
    private @Nullable String status;

    @Option(names = "--label", paramLabel = "WORD", description = "Only plans with this label.")
    private String label = "";

    @Option(names = "--text", paramLabel = "TEXT", description = "Only plans with this text in their id or title.")
    private String text = "";

    @Option(
            names = {"-n", "--limit"},
            paramLabel = "N",
            defaultValue = "50",
            description = "Most plans to list. Default: 50.")
    private int limit;

    @Mixin
    private OutputOption output;

    @Mixin
    private ConnectionOptions connection;

    PlanListCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        Paging paging = new Paging(limit);
        ListPlansRequest.Builder request =
                ListPlansRequest.newBuilder().setLabel(label).setText(text);
        if (status != null) {
            request.setStatus(StatusWord.of(PlanStatus.class, status));
        }
        try (PawlClient client = connection.open()) {
            List<Plan> plans = plans(client, request, paging);
            output.printAll(
                    () -> lines(plans),
                    () -> plans.stream().map(PlanDocument::summary).toList());
        }
        return 0;
    }

    private static List<Plan> plans(PawlClient client, ListPlansRequest.Builder request, Paging paging) {
        return paging.all((size, token) -> {
            ListPlansResponse page = client.plans()
                    .listPlans(request.setPageSize(size).setPageToken(token).build());
            return new Paging.Page<>(page.getPlansList(), page.getNextPageToken());
        });
    }

    private List<String> lines(List<Plan> plans) {
        if (plans.isEmpty()) {
            return List.of("no plans; start one: pawl plan run plan.yaml");
        }
        Table table = new Table("PLAN", "STATUS", "INTEGRATED", "AGE", "TITLE");
        Instant now = Instant.now();
        plans.forEach(plan -> table.row(
                plan.getId(),
                Words.of(plan.getStatus()),
                "%d/%d"
                        .formatted(
                                plan.getPackagesByStateOrDefault("integrated", 0),
                                plan.getPackagesByStateMap().values().stream()
                                        .mapToInt(Integer::intValue)
                                        .sum()),
                Amounts.ago(plan.getCreatedAt(), now),
                plan.getTitle()));
        return table.lines(context.terminal().width(), context.terminal().outStyle());
    }
}
