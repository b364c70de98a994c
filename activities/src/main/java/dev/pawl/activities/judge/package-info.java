/** Scores of models, typed or absent, never invented. */
@NullMarked
package dev.pawl.activities.judge;

import org.jspecify.annotations.NullMarked;
