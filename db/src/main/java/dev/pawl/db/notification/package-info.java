/** What the database itself reports while it happens. */
@NullMarked
package dev.pawl.db.notification;

import org.jspecify.annotations.NullMarked;
