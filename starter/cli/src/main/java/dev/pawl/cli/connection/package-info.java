/** How a command reaches a gateway, finds a task, and what the errors of one mean. */
@NullMarked
package dev.pawl.cli.connection;

import org.jspecify.annotations.NullMarked;
