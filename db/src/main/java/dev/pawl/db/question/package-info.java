/** Questions to people and how they were closed. */
@NullMarked
package dev.pawl.db.question;

import org.jspecify.annotations.NullMarked;
