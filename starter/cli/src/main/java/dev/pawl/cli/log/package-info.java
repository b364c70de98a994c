/** Actions of agents, for people and programs. */
@NullMarked
package dev.pawl.cli.log;

import org.jspecify.annotations.NullMarked;
