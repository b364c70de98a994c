/** Publishes events of tasks to Kafka. */
@NullMarked
package dev.pawl.events.relay;

import org.jspecify.annotations.NullMarked;
