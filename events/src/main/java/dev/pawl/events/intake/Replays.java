package dev.pawl.events.intake;

import dev.pawl.db.agentevent.AgentEvents;
import dev.pawl.db.deadletter.DeadLetterRow;
import dev.pawl.db.deadletter.DeadLetters;
import dev.pawl.events.read.EventReader;
import dev.pawl.events.read.EventTypes;
import dev.pawl.events.read.Reading;
import dev.pawl.host.redaction.Redaction;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Tries dead letters again: once its cause is gone, a record becomes the event it should have been. */
public final class Replays {
    private final EventReader reader;
    private final AgentEvents events;
    private final DeadLetters deadLetters;
    private final TransactionOperations transactions;

    public Replays(Redaction redaction, JdbcClient jdbc, TransactionOperations transactions) {
        this.reader = new EventReader(redaction);
        this.events = new AgentEvents(jdbc);
        this.deadLetters = new DeadLetters(jdbc);
        this.transactions = transactions;
    }

    /** What became of a replay. */
    public enum Result {
        REPLAYED,
        CLOSED_BEFORE,
        FAILED_AGAIN
    }

    /**
     * Replays one dead letter. Event and closing are one transaction. A replay that fails again is counted as an
     * attempt, and its reason is the new one.
     *
     * @return empty if there is no dead letter of this id
     */
    public Optional<Result> replay(long id, String person) {
        return Objects.requireNonNull(
                transactions.execute(status -> deadLetters.lock(id).map(letter -> replay(letter, person))));
    }

    private Result replay(DeadLetterRow letter, String person) {
        if (!letter.state().equals("open")) {
            return Result.CLOSED_BEFORE;
        }
        String source = EventTypes.topics().contains(letter.topic()) ? "kafka" : "spool";
        return switch (reader.read(deadLetters.content(letter.id()).value(), letter.topic(), source)) {
            case Reading.Valid valid -> {
                if (!events.store(List.of(valid.event())).isEmpty()) {
                    yield failed(letter, "IdTaken", "id: is the id of a different event");
                }
                deadLetters.replayed(letter.id(), person);
                yield Result.REPLAYED;
            }
            case Reading.Invalid invalid -> failed(letter, invalid.errorClass(), invalid.reason());
        };
    }

    private Result failed(DeadLetterRow letter, String errorClass, String reason) {
        deadLetters.failedAgain(letter.id(), errorClass, Letters.shortened(reason));
        return Result.FAILED_AGAIN;
    }
}
