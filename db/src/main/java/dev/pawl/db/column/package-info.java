/** Values between Java and PostgreSQL where JDBC leaves a choice. */
@NullMarked
package dev.pawl.db.column;

import org.jspecify.annotations.NullMarked;
