/** Which tasks are kept how long. */
@NullMarked
package dev.pawl.db.retention;

import org.jspecify.annotations.NullMarked;
