/** Work that a worker repeats for as long as it runs. */
@NullMarked
package dev.pawl.worker.periodic;

import org.jspecify.annotations.NullMarked;
