/** Long responses in chunks that wait for their reader. */
@NullMarked
package dev.pawl.gateway.stream;

import org.jspecify.annotations.NullMarked;
