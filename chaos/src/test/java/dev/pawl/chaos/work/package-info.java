/** Tasks of scripted agents, their rows and ledgers. */
@NullMarked
package dev.pawl.chaos.work;

import org.jspecify.annotations.NullMarked;
