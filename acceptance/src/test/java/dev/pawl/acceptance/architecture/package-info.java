/** The allowed dependencies between modules. */
@NullMarked
package dev.pawl.acceptance.architecture;

import org.jspecify.annotations.NullMarked;
