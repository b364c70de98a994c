@NullMarked
package dev.pawl.events.intake;

import org.jspecify.annotations.NullMarked;
