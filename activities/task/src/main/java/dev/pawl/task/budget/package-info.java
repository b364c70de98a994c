/** Budgets of providers' accounts: what a session may spend of a day, and what happens if nothing is left. */
@NullMarked
package dev.pawl.task.budget;

import org.jspecify.annotations.NullMarked;
