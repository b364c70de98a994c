package dev.pawl.gateway.view;

import static dev.pawl.gateway.view.Present.ifPresent;

import dev.pawl.api.client.Words;
import dev.pawl.api.v1.Decision;
import dev.pawl.api.v1.DecisionType;
import dev.pawl.db.decision.DecisionRow;
import dev.pawl.gateway.wire.Times;

/** Converts rows of decisions to messages. */
final class DecisionMessages {
    private DecisionMessages() {}

    static Decision withInputs(DecisionRow row) {
        return of(row).toBuilder().setInputs(row.inputs()).build();
    }

    static Decision of(DecisionRow row) {
        Decision.Builder decision = Decision.newBuilder()
                .setNumber(row.number())
                .setIteration(row.iteration())
                .setType(Words.parse(DecisionType.class, row.type()).orElse(DecisionType.DECISION_TYPE_UNSPECIFIED))
                .addAllReasons(row.reasons())
                .setPolicyVersion(row.policyVersion())
                .setDecidedBy(row.decidedBy())
                .setCreatedAt(Times.of(row.createdAt()));
        ifPresent(row.score(), decision::setScore);
        ifPresent(row.costUsd(), cost -> decision.setCostUsd(Dollars.text(cost)));
        ifPresent(row.feedbackRef(), decision::setFeedbackRef);
        return decision.build();
    }
}
