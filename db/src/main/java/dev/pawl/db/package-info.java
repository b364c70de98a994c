/** The database as rows and repositories: strings for enum values, text for JSON, instants in UTC. */
@NullMarked
package dev.pawl.db;

import org.jspecify.annotations.NullMarked;
