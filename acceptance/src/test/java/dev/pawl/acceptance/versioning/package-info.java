/** Two builds of the worker side by side. */
@NullMarked
package dev.pawl.acceptance.versioning;

import org.jspecify.annotations.NullMarked;
