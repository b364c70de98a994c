/** What a task asks for. */
@NullMarked
package dev.pawl.workflows.model.request;

import org.jspecify.annotations.NullMarked;
