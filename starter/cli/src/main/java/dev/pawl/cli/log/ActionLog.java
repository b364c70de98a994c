package dev.pawl.cli.log;

import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.Action;
import dev.pawl.api.v1.ListActionsResponse;
import java.util.function.Consumer;

/** Reads all actions so far, page by page. */
public final class ActionLog {
    private ActionLog() {}

    /** @return the position to watch from without missing anything */
    public static long read(PawlClient client, ActionSelection selection, Consumer<Action> sink) {
        ListActionsResponse page = client.tasks().listActions(selection.page(""));
        long position = page.getPosition();
        page.getActionsList().forEach(sink);
        while (!page.getNextPageToken().isEmpty()) {
            page = client.tasks().listActions(selection.page(page.getNextPageToken()));
            page.getActionsList().forEach(sink);
        }
        return position;
    }
}
