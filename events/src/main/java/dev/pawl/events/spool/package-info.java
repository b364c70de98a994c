/** Takes in events that were spooled on this machine. */
@NullMarked
package dev.pawl.events.spool;

import org.jspecify.annotations.NullMarked;
