/** Tests of budgets of accounts. */
@NullMarked
package dev.pawl.task.budget;

import org.jspecify.annotations.NullMarked;
