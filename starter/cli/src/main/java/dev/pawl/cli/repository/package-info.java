/** The repository around a task, and what it may set for its user. */
@NullMarked
package dev.pawl.cli.repository;

import org.jspecify.annotations.NullMarked;
