/** Tests of budgets of accounts. */
@NullMarked
package dev.pawl.activities.budget;

import org.jspecify.annotations.NullMarked;
