/** Asking judges. */
@NullMarked
package dev.pawl.workflows.activity.judge;

import org.jspecify.annotations.NullMarked;
