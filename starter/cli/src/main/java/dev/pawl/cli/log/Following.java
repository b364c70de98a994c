package dev.pawl.cli.log;

import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.Action;
import dev.pawl.api.v1.WatchActionsResponse;
import dev.pawl.cli.connection.Outage;
import dev.pawl.cli.invocation.CommandFailure;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.util.Iterator;
import java.util.function.Consumer;

/** Follows agents until their task ends, across restarts of the gateway. */
public final class Following {
    /** Opens a new connection: after a restart the gateway's address may have changed. */
    public interface Connector {
        PawlClient open() throws IOException;
    }

    private final Connector connector;
    private final ActionSelection selection;
    private final Outage outage;
    private long position;

    /** @param after position of the last change already seen */
    public Following(Connector connector, ActionSelection selection, long after, Outage outage) {
        this.connector = connector;
        this.selection = selection;
        this.position = after;
        this.outage = outage;
    }

    /**
     * @param sink receives each change once, in order
     * @throws CommandFailure if the gateway does not come back
     */
    public void follow(Consumer<Action> sink) throws IOException, InterruptedException {
        boolean over = false;
        while (!over) {
            try (PawlClient client = connector.open()) {
                stream(client, sink);
                over = true;
            } catch (StatusRuntimeException | CommandFailure failure) {
                outage.outlast(failure);
            }
        }
    }

    private void stream(PawlClient client, Consumer<Action> sink) {
        Iterator<WatchActionsResponse> changes = client.streams().watchActions(selection.after(position));
        while (changes.hasNext()) {
            WatchActionsResponse change = changes.next();
            outage.over();
            if (change.hasAction()) {
                position = change.getAction().getPosition();
                sink.accept(change.getAction());
            }
        }
    }
}
