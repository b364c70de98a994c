/** What tasks share about the usage limits of providers. */
@NullMarked
package dev.pawl.task.provider;

import org.jspecify.annotations.NullMarked;
