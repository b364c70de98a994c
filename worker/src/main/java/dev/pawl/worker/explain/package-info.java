/** What a task would be checked by, said without starting it. */
@NullMarked
package dev.pawl.worker.explain;

import org.jspecify.annotations.NullMarked;
