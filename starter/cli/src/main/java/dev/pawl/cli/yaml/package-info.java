/** Files of YAML that a person wrote: typed access to their keys, with every problem reported at once and its place. */
@NullMarked
package dev.pawl.cli.yaml;

import org.jspecify.annotations.NullMarked;
