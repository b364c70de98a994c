/** Makes a plan file of a work breakdown in JSON. */
@NullMarked
package dev.pawl.cli.planimport;

import org.jspecify.annotations.NullMarked;
