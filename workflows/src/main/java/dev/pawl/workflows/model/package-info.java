/** The words of a task as immutable values: requests, evidence, decisions and outcomes. */
@NullMarked
package dev.pawl.workflows.model;

import org.jspecify.annotations.NullMarked;
