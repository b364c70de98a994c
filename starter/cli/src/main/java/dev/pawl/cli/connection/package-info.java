/** Connections to gateways, lookup of tasks, and errors of calls. */
@NullMarked
package dev.pawl.cli.connection;

import org.jspecify.annotations.NullMarked;
