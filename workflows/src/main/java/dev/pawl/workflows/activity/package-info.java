/** The activities a task calls, with one input and one output record each. */
@NullMarked
package dev.pawl.workflows.activity;

import org.jspecify.annotations.NullMarked;
