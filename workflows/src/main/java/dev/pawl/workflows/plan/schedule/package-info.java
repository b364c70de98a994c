/** Pure decisions of a plan: what may start, what is blocked, who owns what. */
@NullMarked
package dev.pawl.workflows.plan.schedule;

import org.jspecify.annotations.NullMarked;
