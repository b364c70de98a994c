/** Events that wait on this machine. */
@NullMarked
package dev.pawl.cli.spool;

import org.jspecify.annotations.NullMarked;
