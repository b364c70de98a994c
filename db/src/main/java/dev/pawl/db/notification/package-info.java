/** Notifications of the database. */
@NullMarked
package dev.pawl.db.notification;

import org.jspecify.annotations.NullMarked;
