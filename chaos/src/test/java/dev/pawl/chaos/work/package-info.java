/** Tasks of scripted agents, and what their rows and ledgers say. */
@NullMarked
package dev.pawl.chaos.work;

import org.jspecify.annotations.NullMarked;
