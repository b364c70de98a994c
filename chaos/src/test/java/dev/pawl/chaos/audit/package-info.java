/** What must be true of a task once it has ended, whatever happened to it. */
@NullMarked
package dev.pawl.chaos.audit;

import org.jspecify.annotations.NullMarked;
