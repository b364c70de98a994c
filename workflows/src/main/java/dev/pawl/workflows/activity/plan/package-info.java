/** The activities of a plan: its bookkeeping, and the integration of its packages. */
@NullMarked
package dev.pawl.workflows.activity.plan;

import org.jspecify.annotations.NullMarked;
