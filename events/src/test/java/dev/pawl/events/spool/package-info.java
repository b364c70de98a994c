@NullMarked
package dev.pawl.events.spool;

import org.jspecify.annotations.NullMarked;
