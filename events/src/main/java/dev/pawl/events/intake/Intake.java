package dev.pawl.events.intake;

import dev.pawl.db.Unavailable;
import dev.pawl.db.agentevent.AgentEvents;
import dev.pawl.db.agentevent.NewAgentEvent;
import dev.pawl.db.deadletter.DeadLetters;
import dev.pawl.db.deadletter.NewDeadLetter;
import dev.pawl.events.read.EventReader;
import dev.pawl.events.read.Reading;
import dev.pawl.events.read.Violation;
import dev.pawl.host.redaction.Redaction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Gives every record a durable outcome: one event or one dead letter, however often it is delivered. A batch is one
 * transaction. If the database refuses it, each record is stored alone, so that none affects another. Thread-safe.
 */
public final class Intake {
    private static final Logger log = LoggerFactory.getLogger(Intake.class);
    private static final int TRIES = 3;
    private static final Duration FIRST_WAIT = Duration.ofMillis(100);

    private final EventReader reader;
    private final AgentEvents events;
    private final DeadLetters deadLetters;
    private final TransactionOperations transactions;

    public Intake(Redaction redaction, JdbcClient jdbc, TransactionOperations transactions) {
        this.reader = new EventReader(redaction);
        this.events = new AgentEvents(jdbc);
        this.deadLetters = new DeadLetters(jdbc);
        this.transactions = transactions;
    }

    /**
     * Stores records in order. When it returns, each has its outcome in the database.
     *
     * @throws RuntimeException if the database is unavailable: call again with the same records
     */
    public Taken take(List<Incoming> records) {
        List<Read> read = records.stream().map(this::read).toList();
        try {
            return store(read);
        } catch (RuntimeException e) {
            if (Unavailable.is(e)) {
                throw e;
            }
            log.warn("a batch of {} events is stored one by one: {}", read.size(), e.toString());
            return read.stream().map(this::takeAlone).reduce(Taken.NONE, Taken::plus);
        }
    }

    private record Read(Incoming incoming, Reading reading) {}

    private Read read(Incoming incoming) {
        return new Read(incoming, reading(incoming));
    }

    /** A defect of ours that one event reveals must not stop the others. */
    private Reading reading(Incoming incoming) {
        try {
            return reader.read(incoming.value(), incoming.topic(), incoming.source());
        } catch (RuntimeException e) {
            log.error("cannot read event {} of {}", incoming.position(), incoming.topic(), e);
            return new Reading.Invalid(
                    e.getClass().getName(), List.of(new Violation("", "cannot be read; this is a fault of Pawl")));
        }
    }

    private Taken takeAlone(Read one) {
        for (int attempt = 1; ; attempt++) {
            try {
                return store(List.of(one));
            } catch (RuntimeException e) {
                if (Unavailable.is(e)) {
                    throw e;
                }
                // The database refuses the event itself: another try gives the same result.
                if (attempt == TRIES || e instanceof DataIntegrityViolationException) {
                    return bury(one.incoming(), attempt, e);
                }
                pause(FIRST_WAIT.multipliedBy(1L << (attempt - 1)));
            }
        }
    }

    private Taken bury(Incoming incoming, int attempts, RuntimeException cause) {
        log.warn("event {} of {} is a dead letter", incoming.position(), incoming.topic(), cause);
        String reason =
                "the database did not store it (" + rootOf(cause).getClass().getSimpleName() + ")";
        NewDeadLetter letter = Letters.of(incoming, attempts, cause.getClass().getName(), reason);
        transactions.executeWithoutResult(status -> deadLetters.store(List.of(letter)));
        return new Taken(0, 1);
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private Taken store(List<Read> read) {
        return Objects.requireNonNull(transactions.execute(status -> {
            List<Incoming> valid = new ArrayList<>();
            List<NewAgentEvent> accepted = new ArrayList<>();
            List<NewDeadLetter> dead = new ArrayList<>();
            for (Read one : read) {
                switch (one.reading()) {
                    case Reading.Valid(NewAgentEvent event) -> {
                        valid.add(one.incoming());
                        accepted.add(event);
                    }
                    case Reading.Invalid invalid -> dead.add(Letters.of(one.incoming(), invalid));
                }
            }
            Set<Integer> taken = events.store(accepted);
            taken.stream().sorted().forEach(place -> dead.add(taken(valid.get(place), accepted.get(place))));
            deadLetters.store(dead);
            return new Taken(accepted.size() - taken.size(), dead.size());
        }));
    }

    private static NewDeadLetter taken(Incoming incoming, NewAgentEvent event) {
        return Letters.of(incoming, 1, "IdTaken", "id: '%s' is the id of a different event".formatted(event.id()));
    }

    private static void pause(Duration wait) {
        try {
            Thread.sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while an event waits for its next try", e);
        }
    }
}
