/** The repositories that plans merge the accepted work of their packages into. */
@NullMarked
package dev.pawl.workspace.integration;

import org.jspecify.annotations.NullMarked;
