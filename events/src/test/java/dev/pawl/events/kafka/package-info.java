@NullMarked
package dev.pawl.events.kafka;

import org.jspecify.annotations.NullMarked;
