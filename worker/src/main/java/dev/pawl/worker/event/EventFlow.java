package dev.pawl.worker.event;

import java.util.function.BooleanSupplier;

/**
 * Whether events of agents are consumed from a broker. Names no class of Kafka, since none is loaded if no broker is
 * configured.
 */
public record EventFlow(BooleanSupplier flows) {
    /** Without a broker there is nothing to consume. */
    public static final EventFlow WITHOUT_BROKER = new EventFlow(() -> true);
}
