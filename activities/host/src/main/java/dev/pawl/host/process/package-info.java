/**
 * Supervised programs: with deadlines, bounded output and a known environment, and ended as a whole tree. Everything
 * untrusted that Pawl starts, agents and checks alike, is started here.
 */
@NullMarked
package dev.pawl.host.process;

import org.jspecify.annotations.NullMarked;
