/** Scores of models: typed or absent, never invented. */
@NullMarked
package dev.pawl.task.judge;

import org.jspecify.annotations.NullMarked;
