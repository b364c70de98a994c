package dev.pawl.cli.command.access;

import com.google.gson.JsonObject;
import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.Call;
import dev.pawl.api.v1.ListCallsRequest;
import dev.pawl.api.v1.ListCallsResponse;
import dev.pawl.cli.command.option.OutputOption;
import dev.pawl.cli.command.option.Paging;
import dev.pawl.cli.connection.ConnectionOptions;
import dev.pawl.cli.document.Json;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.report.Amounts;
import dev.pawl.cli.report.Table;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "audit",
        description = {
            "List the calls that needed more than the scope read: who, from where, what, and how they ended.",
            "Newest first. Calls that only read tasks, plans or accounts are not recorded."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  pawl audit",
            "  pawl audit task-4f0c     what was done to one task",
            "  pawl audit --by ci -n 500 -o jsonl"
        })
public final class AuditCommand implements Callable<Integer> {
    private static final String SERVICES = "pawl.v1.";

    private final Context context;

    @Parameters(arity = "0..1", paramLabel = "SUBJECT", description = "Only calls about this task, plan or token.")
    private String subject = "";

    @Option(names = "--by", paramLabel = "NAME", description = "Only calls with this token; local is the owner's.")
    private String caller = "";

    @Option(
            names = {"-n", "--limit"},
            paramLabel = "N",
            defaultValue = "50",
            description = "Most calls to list. Default: 50.")
    private int limit;

    @Mixin
    private OutputOption output;

    @Mixin
    private ConnectionOptions connection;

    AuditCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        Paging paging = new Paging(limit);
        ListCallsRequest.Builder request =
                ListCallsRequest.newBuilder().setCaller(caller).setSubject(subject);
        try (PawlClient client = connection.open()) {
            List<Call> calls = paging.all((size, token) -> {
                ListCallsResponse page = client.audit()
                        .listCalls(request.setPageSize(size).setPageToken(token).build());
                return new Paging.Page<>(page.getCallsList(), page.getNextPageToken());
            });
            output.printAll(
                    () -> lines(calls),
                    () -> calls.stream().map(AuditCommand::document).toList());
        }
        return 0;
    }

    private List<String> lines(List<Call> calls) {
        if (calls.isEmpty()) {
            return List.of("no calls");
        }
        Instant now = Instant.now();
        Table table = new Table("AGE", "CALLER", "CALL", "SUBJECT", "OUTCOME", "FROM");
        calls.forEach(call -> table.row(
                Amounts.ago(call.getAt(), now),
                call.getCaller(),
                call.getMethod().startsWith(SERVICES)
                        ? call.getMethod().substring(SERVICES.length())
                        : call.getMethod(),
                call.getSubject(),
                call.getOutcome().isEmpty() ? Amounts.UNKNOWN : call.getOutcome(),
                call.getPeer()));
        return table.lines(context.terminal().width(), context.terminal().outStyle());
    }

    private static JsonObject document(Call call) {
        JsonObject json = new JsonObject();
        json.addProperty("id", call.getId());
        json.add("at", Json.time(call.getAt()));
        json.addProperty("caller", call.getCaller());
        json.addProperty("peer", call.getPeer());
        json.addProperty("method", call.getMethod());
        json.add("subject", Json.text(call.getSubject()));
        json.add("request_id", Json.text(call.getRequestId()));
        json.add("outcome", Json.text(call.getOutcome()));
        return json;
    }
}
