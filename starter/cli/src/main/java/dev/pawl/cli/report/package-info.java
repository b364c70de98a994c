/** Tasks, sessions and costs as text for people. */
@NullMarked
package dev.pawl.cli.report;

import org.jspecify.annotations.NullMarked;
