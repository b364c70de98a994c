package dev.pawl.cli.command.event;

import com.google.gson.JsonObject;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "progress",
        description = "How far an agent's session is.",
        footerHeading = "%nExamples:%n",
        footer = {"  pawl log progress --session \"$ID\" 40"})
public final class LogProgressCommand implements Callable<Integer> {
    @Mixin
    private ReportedEvent reported;

    @Parameters(paramLabel = "PERCENT", description = "From 0 to 100.")
    private double percent;

    @Override
    public Integer call() {
        if (!(percent >= 0 && percent <= 100)) {
            throw ReportedEvent.usage("the progress must be from 0 to 100, not " + percent);
        }
        JsonObject event = reported.begin("execution_log");
        event.addProperty("status", "open");
        event.addProperty("progress", percent);
        return reported.add(event);
    }
}
