/** Tasks and plans that a schedule of the engine starts. */
@NullMarked
package dev.pawl.workflows.scheduled;

import org.jspecify.annotations.NullMarked;
