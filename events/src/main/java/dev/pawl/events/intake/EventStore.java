package dev.pawl.events.intake;

import dev.pawl.db.agentevent.AgentEvents;
import dev.pawl.db.deadletter.DeadLetters;
import dev.pawl.host.redaction.Redaction;
import java.nio.charset.StandardCharsets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Everything that reads or writes events of agents in one database. */
public record EventStore(
        Intake intake,
        Publication publication,
        Replays replays,
        AgentEvents events,
        DeadLetters deadLetters,
        Redaction redaction) {
    /** Redacts the secrets of this process. */
    public static EventStore on(JdbcClient jdbc, TransactionOperations transactions) {
        return on(Redaction.ofHost(), jdbc, transactions);
    }

    public static EventStore on(Redaction redaction, JdbcClient jdbc, TransactionOperations transactions) {
        return new EventStore(
                new Intake(redaction, jdbc, transactions),
                new Publication(redaction, jdbc, transactions),
                new Replays(redaction, jdbc, transactions),
                new AgentEvents(jdbc),
                new DeadLetters(jdbc),
                redaction);
    }

    /** Any bytes as text for people, with secrets redacted. */
    public String redacted(byte[] bytes) {
        return redaction.clean(new String(bytes, StandardCharsets.UTF_8));
    }
}
