package dev.pawl.cli.command.event;

import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.DeadLetter;
import dev.pawl.api.v1.DiscardDeadLetterRequest;
import dev.pawl.cli.invocation.Context;
import picocli.CommandLine.Command;

@Command(
        name = "discard",
        description = "Close a dead letter whose event is not needed. Its content is kept.",
        footerHeading = "%nExamples:%n",
        footer = {"  pawl events dead discard 7"})
public final class DeadDiscardCommand extends DeadLetterAction {
    DeadDiscardCommand(Context context) {
        super(context, "discarded");
    }

    @Override
    DeadLetter act(PawlClient client, long id, String by) {
        return client.events()
                .discardDeadLetter(DiscardDeadLetterRequest.newBuilder()
                        .setId(id)
                        .setBy(by)
                        .build())
                .getDeadLetter();
    }
}
