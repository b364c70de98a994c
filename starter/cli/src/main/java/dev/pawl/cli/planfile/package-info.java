/** The plan file: YAML with a list of packages, read with every problem reported at once. */
@NullMarked
package dev.pawl.cli.planfile;

import org.jspecify.annotations.NullMarked;
