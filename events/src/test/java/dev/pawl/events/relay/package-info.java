@NullMarked
package dev.pawl.events.relay;

import org.jspecify.annotations.NullMarked;
