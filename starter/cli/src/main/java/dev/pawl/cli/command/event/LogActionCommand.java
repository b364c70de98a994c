package dev.pawl.cli.command.event;

import com.google.gson.JsonObject;
import dev.pawl.api.v1.ActionKind;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "action",
        description = "An agent did something.",
        footerHeading = "%nExamples:%n",
        footer = {"  pawl log action --session \"$ID\" command --data '{\"command\":\"make\"}'"})
public final class LogActionCommand implements Callable<Integer> {
    @Mixin
    private ReportedEvent reported;

    @Parameters(
            paramLabel = "KIND",
            description = "message, command, file_edit, file_read, search, tool, question or retry.")
    private String kind = "";

    @Override
    public Integer call() {
        JsonObject event = reported.begin("agent_action");
        event.addProperty("action", ReportedEvent.word("kind", ActionKind.class, kind));
        return reported.add(event);
    }
}
