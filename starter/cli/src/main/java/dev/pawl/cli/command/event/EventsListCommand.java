package dev.pawl.cli.command.event;

import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.ListAgentEventsRequest;
import dev.pawl.api.v1.StoredAgentEvent;
import dev.pawl.cli.command.option.OutputOption;
import dev.pawl.cli.connection.ConnectionOptions;
import dev.pawl.cli.document.AgentEventDocument;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.report.EventReport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "list",
        description = "List the events of a session in the order of their arrival.",
        footerHeading = "%nExamples:%n",
        footer = {"  pawl events list \"$ID\"", "  pawl events list \"$ID\" -o jsonl"})
public final class EventsListCommand implements Callable<Integer> {
    private final Context context;

    @Parameters(paramLabel = "SESSION", description = "UUID of the agent's session.")
    private String session = "";

    @Mixin
    private OutputOption output;

    @Mixin
    private ConnectionOptions connection;

    EventsListCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        List<StoredAgentEvent> events = new ArrayList<>();
        try (PawlClient client = connection.open()) {
            List<StoredAgentEvent> page;
            do {
                page = client.events()
                        .listAgentEvents(ListAgentEventsRequest.newBuilder()
                                .setSessionId(session)
                                .setAfter(
                                        events.isEmpty() ? 0 : events.getLast().getPosition())
                                .build())
                        .getEventsList();
                events.addAll(page);
            } while (!page.isEmpty());
        }
        output.printAll(
                () -> events.isEmpty()
                        ? List.of("no events")
                        : EventReport.events(
                                events,
                                context.terminal().width(),
                                context.terminal().outStyle()),
                () -> events.stream().map(AgentEventDocument::of).toList());
        return 0;
    }
}
