package dev.pawl.cli.command.event;

import com.google.gson.JsonObject;
import dev.pawl.api.v1.SessionStatus;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "complete",
        description = "An agent's session ended.",
        footerHeading = "%nExamples:%n",
        footer = {"  pawl log complete --session \"$ID\" --status failed --duration 3m"})
public final class LogCompleteCommand implements Callable<Integer> {
    @Mixin
    private ReportedEvent reported;

    @Option(
            names = "--status",
            paramLabel = "STATUS",
            defaultValue = "completed",
            description = "completed, failed, timed_out, cancelled or abandoned. Default: completed.")
    private String status = "completed";

    @Override
    public Integer call() {
        JsonObject event = reported.begin("execution_log");
        event.addProperty("status", ReportedEvent.word("status", SessionStatus.class, status));
        if (status.equals("open")) {
            throw ReportedEvent.usage("a session that ended is not open; report progress instead");
        }
        return reported.add(event);
    }
}
