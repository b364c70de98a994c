package dev.pawl.cli.command.event;

import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.DeadLetter;
import dev.pawl.api.v1.ReplayDeadLetterRequest;
import dev.pawl.cli.invocation.Context;
import picocli.CommandLine.Command;

@Command(
        name = "replay",
        description = "Try a dead letter again, after its cause is gone.",
        footerHeading = "%nExamples:%n",
        footer = {"  pawl events dead replay 7"})
public final class DeadReplayCommand extends DeadLetterAction {
    DeadReplayCommand(Context context) {
        super(context, "replayed");
    }

    @Override
    DeadLetter act(PawlClient client, long id, String by) {
        return client.events()
                .replayDeadLetter(
                        ReplayDeadLetterRequest.newBuilder().setId(id).setBy(by).build())
                .getDeadLetter();
    }
}
