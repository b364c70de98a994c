/** Reservations and spending of sessions on their accounts. */
@NullMarked
package dev.pawl.db.budget;

import org.jspecify.annotations.NullMarked;
