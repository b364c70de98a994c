package dev.pawl.cli.log;

import dev.pawl.api.client.Words;
import dev.pawl.api.v1.ActionKind;
import dev.pawl.api.v1.ListActionsRequest;
import dev.pawl.api.v1.WatchActionsRequest;
import dev.pawl.cli.invocation.CommandFailure;
import dev.pawl.cli.invocation.ExitCode;
import dev.pawl.cli.text.Nearest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Filter for actions of a task.
 *
 * @param kinds empty means all
 * @param session absent means all
 */
public record ActionSelection(
        String taskId, List<ActionKind> kinds, @Nullable String session) {
    public ActionSelection {
        kinds = List.copyOf(kinds);
    }

    /** @throws CommandFailure for an unknown kind, with the nearest known one */
    public static ActionKind kind(String word) {
        List<String> words = Words.all(ActionKind.class);
        return Words.parse(ActionKind.class, word)
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.USAGE,
                        "unknown kind '%s'; %sone of %s"
                                .formatted(
                                        word,
                                        Nearest.to(word, words)
                                                .map(near -> "did you mean '" + near + "'? it is ")
                                                .orElse(""),
                                        String.join(", ", words))));
    }

    ListActionsRequest page(String token) {
        ListActionsRequest.Builder request = ListActionsRequest.newBuilder()
                .setTaskId(taskId)
                .addAllKinds(kinds)
                .setPageToken(token);
        return (session == null ? request : request.setSessionId(session)).build();
    }

    WatchActionsRequest after(long position) {
        WatchActionsRequest.Builder request = WatchActionsRequest.newBuilder()
                .setTaskId(taskId)
                .addAllKinds(kinds)
                .setAfterPosition(position);
        return (session == null ? request : request.setSessionId(session)).build();
    }

    /** Whether the selected actions are numbered without gaps. */
    boolean everyKind() {
        return kinds.isEmpty();
    }
}
