package dev.pawl.events.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pawl.db.agentevent.AgentEvents;
import dev.pawl.db.agentevent.NewAgentEvent;
import dev.pawl.events.read.EventReader;
import dev.pawl.events.read.Reading;
import dev.pawl.events.read.Violation;
import dev.pawl.host.redaction.Redaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Stores events of producers that wait for the result: they learn what is wrong, so there are no dead letters. */
public final class Publication {
    private static final Violation TAKEN = new Violation("id", "is the id of a different event");

    private final EventReader reader;
    private final AgentEvents events;
    private final TransactionOperations transactions;

    public Publication(Redaction redaction, JdbcClient jdbc, TransactionOperations transactions) {
        this.reader = new EventReader(redaction);
        this.events = new AgentEvents(jdbc);
        this.transactions = transactions;
    }

    /** @param index place of the event in the request, from 0 */
    public record Rejected(int index, List<Violation> violations) {}

    /**
     * Stores the valid events as one transaction.
     *
     * @return the others, in order
     */
    public List<Rejected> publish(List<ObjectNode> published) {
        TreeMap<Integer, Rejected> rejected = new TreeMap<>();
        List<Integer> places = new ArrayList<>();
        List<NewAgentEvent> accepted = new ArrayList<>();
        for (int i = 0; i < published.size(); i++) {
            switch (reader.read(published.get(i), "grpc")) {
                case Reading.Valid(NewAgentEvent event) -> {
                    places.add(i);
                    accepted.add(event);
                }
                case Reading.Invalid invalid -> rejected.put(i, new Rejected(i, invalid.violations()));
            }
        }
        Set<Integer> taken = Objects.requireNonNull(transactions.execute(status -> events.store(accepted)));
        taken.forEach(place -> rejected.put(places.get(place), new Rejected(places.get(place), List.of(TAKEN))));
        return List.copyOf(rejected.values());
    }
}
