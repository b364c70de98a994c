/** The DataConverter of workers, gateway and tests. */
@NullMarked
package dev.pawl.workflows.codec;

import org.jspecify.annotations.NullMarked;
