@NullMarked
package dev.pawl.events.read;

import org.jspecify.annotations.NullMarked;
