package dev.pawl.gateway.view;

import static dev.pawl.gateway.view.Present.ifPresent;

import dev.pawl.api.client.Words;
import dev.pawl.api.v1.Action;
import dev.pawl.api.v1.ActionKind;
import dev.pawl.api.v1.ActionOutcome;
import dev.pawl.db.action.ActionRow;
import dev.pawl.gateway.wire.Times;

/** Converts rows of actions to messages. */
public final class ActionMessages {
    private ActionMessages() {}

    public static Action of(ActionRow row) {
        Action.Builder action = Action.newBuilder()
                .setSessionId(row.sessionId().toString())
                .setIteration(row.iteration())
                .setNumber(row.number())
                .setPosition(row.position())
                .setKind(Words.parse(ActionKind.class, row.kind()).orElse(ActionKind.ACTION_KIND_UNSPECIFIED))
                .setTool(row.tool())
                .setText(row.text())
                .setCreatedAt(Times.of(row.createdAt()))
                .setUpdatedAt(Times.of(row.updatedAt()));
        ifPresent(
                row.outcome(),
                outcome -> action.setOutcome(
                        Words.parse(ActionOutcome.class, outcome).orElse(ActionOutcome.ACTION_OUTCOME_UNSPECIFIED)));
        return action.build();
    }
}
