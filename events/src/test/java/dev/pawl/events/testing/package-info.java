/** What tests of events share. */
@NullMarked
package dev.pawl.events.testing;

import org.jspecify.annotations.NullMarked;
