/** Messages of people to a running plan. */
@NullMarked
package dev.pawl.workflows.plan.person;

import org.jspecify.annotations.NullMarked;
