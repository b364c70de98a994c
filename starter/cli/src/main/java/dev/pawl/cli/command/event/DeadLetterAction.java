package dev.pawl.cli.command.event;

import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.DeadLetter;
import dev.pawl.cli.command.option.OutputOption;
import dev.pawl.cli.connection.ConnectionOptions;
import dev.pawl.cli.document.DeadLetterDocument;
import dev.pawl.cli.invocation.Context;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** An action of a person on one dead letter. */
abstract class DeadLetterAction implements Callable<Integer> {
    private final Context context;
    private final String done;

    @Parameters(paramLabel = "ID", description = "Its number.")
    private long id;

    @Mixin
    private OutputOption output;

    @Mixin
    private ConnectionOptions connection;

    /** @param done what is said of the letter afterwards */
    DeadLetterAction(Context context, String done) {
        this.context = context;
        this.done = done;
    }

    /** @return the letter as it is then */
    abstract DeadLetter act(PawlClient client, long id, String by);

    @Override
    public final Integer call() throws IOException {
        try (PawlClient client = connection.open()) {
            DeadLetter letter = act(client, id, context.person());
            output.print(() -> List.of("dead letter " + id + " " + done), () -> DeadLetterDocument.of(letter));
        }
        return 0;
    }
}
