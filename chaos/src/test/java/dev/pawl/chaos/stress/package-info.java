/** Many tasks while a worker is killed again and again, and how soon work goes on. */
@NullMarked
package dev.pawl.chaos.stress;

import org.jspecify.annotations.NullMarked;
