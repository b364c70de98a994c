/** Consumes events from Kafka. */
@NullMarked
package dev.pawl.events.kafka;

import org.jspecify.annotations.NullMarked;
