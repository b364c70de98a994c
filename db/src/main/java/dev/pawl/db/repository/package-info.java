/** Spring Data JDBC, set up for the aggregates of this module. */
@NullMarked
package dev.pawl.db.repository;

import org.jspecify.annotations.NullMarked;
