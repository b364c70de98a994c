/** Conversions between Java and PostgreSQL that JDBC leaves open. */
@NullMarked
package dev.pawl.db.column;

import org.jspecify.annotations.NullMarked;
