/** The durable plan: its workflow and the pure decisions in it. */
@NullMarked
package dev.pawl.workflows.plan;

import org.jspecify.annotations.NullMarked;
