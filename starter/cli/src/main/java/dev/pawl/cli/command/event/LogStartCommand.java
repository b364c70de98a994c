package dev.pawl.cli.command.event;

import com.google.gson.JsonObject;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "start",
        description = "An agent's session started.",
        footerHeading = "%nExamples:%n",
        footer = {"  pawl log start --session \"$ID\" --agent codex"})
public final class LogStartCommand implements Callable<Integer> {
    @Mixin
    private ReportedEvent reported;

    @Override
    public Integer call() {
        JsonObject event = reported.begin("execution_log");
        event.addProperty("status", "open");
        return reported.add(event);
    }
}
