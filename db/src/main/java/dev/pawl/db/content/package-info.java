/** Large texts, stored by their SHA-256. */
@NullMarked
package dev.pawl.db.content;

import org.jspecify.annotations.NullMarked;
