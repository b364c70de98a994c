/** The task file: Markdown with YAML front matter, read with every problem reported at once. */
@NullMarked
package dev.pawl.cli.taskfile;

import org.jspecify.annotations.NullMarked;
