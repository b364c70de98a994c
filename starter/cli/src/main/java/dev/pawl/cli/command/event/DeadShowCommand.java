package dev.pawl.cli.command.event;

import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.GetDeadLetterRequest;
import dev.pawl.api.v1.GetDeadLetterResponse;
import dev.pawl.cli.command.option.OutputOption;
import dev.pawl.cli.connection.ConnectionOptions;
import dev.pawl.cli.document.DeadLetterDocument;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.report.EventReport;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "show",
        description = "Show one dead letter with its content; secrets are redacted.",
        footerHeading = "%nExamples:%n",
        footer = {"  pawl events dead show 7", "  pawl events dead show 7 --raw > record"})
public final class DeadShowCommand implements Callable<Integer> {
    private final Context context;

    @Parameters(paramLabel = "ID", description = "Its number.")
    private long id;

    @Option(names = "--raw", description = "Only the value of the record, unchanged, including secrets.")
    private boolean raw;

    @Mixin
    private OutputOption output;

    @Mixin
    private ConnectionOptions connection;

    DeadShowCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        try (PawlClient client = connection.open()) {
            GetDeadLetterResponse letter = client.events()
                    .getDeadLetter(GetDeadLetterRequest.newBuilder()
                            .setId(id)
                            .setRaw(raw)
                            .build());
            if (raw) {
                letter.getValue().writeTo(context.terminal().out());
                context.terminal().out().flush();
            } else {
                output.print(
                        () -> EventReport.letter(letter, context.terminal().outStyle()),
                        () -> DeadLetterDocument.of(letter));
            }
        }
        return 0;
    }
}
