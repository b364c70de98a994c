/** Integrates the work of a plan's packages, and delivers what they made together. */
@NullMarked
package dev.pawl.plan;

import org.jspecify.annotations.NullMarked;
