/** Every fault at every moment, as data and one routine. */
@NullMarked
package dev.pawl.chaos.matrix;

import org.jspecify.annotations.NullMarked;
