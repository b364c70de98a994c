/** Verdicts of judges. */
@NullMarked
package dev.pawl.db.judgement;

import org.jspecify.annotations.NullMarked;
