/** Immutable values of a task: requests, evidence, decisions and outcomes. */
@NullMarked
package dev.pawl.workflows.model;

import org.jspecify.annotations.NullMarked;
