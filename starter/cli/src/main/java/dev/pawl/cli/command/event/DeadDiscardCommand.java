package dev.pawl.cli.command.event;

import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.DeadLetter;
import dev.pawl.api.v1.DiscardDeadLetterRequest;
import dev.pawl.cli.command.option.OutputOption;
import dev.pawl.cli.connection.ConnectionOptions;
import dev.pawl.cli.document.DeadLetterDocument;
import dev.pawl.cli.invocation.Context;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "discard",
        description = "Close a dead letter whose event is not needed. Its content is kept.",
        footerHeading = "%nExamples:%n",
        footer = {"  pawl events dead discard 7"})
public final class DeadDiscardCommand implements Callable<Integer> {
    private final Context context;

    @Parameters(paramLabel = "ID", description = "Its number.")
    private long id;

    @Mixin
    private OutputOption output;

    @Mixin
    private ConnectionOptions connection;

    DeadDiscardCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        try (PawlClient client = connection.open()) {
            DeadLetter letter = client.events()
                    .discardDeadLetter(DiscardDeadLetterRequest.newBuilder()
                            .setId(id)
                            .setBy(context.person())
                            .build())
                    .getDeadLetter();
            output.print(() -> List.of("dead letter " + id + " discarded"), () -> DeadLetterDocument.of(letter));
        }
        return 0;
    }
}
