/** The report on a task as an HTML page. */
@NullMarked
package dev.pawl.cli.taskreport;

import org.jspecify.annotations.NullMarked;
