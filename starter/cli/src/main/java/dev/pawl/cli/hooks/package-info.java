/** Hooks of agents that report to Pawl: their settings, and what they are given. */
@NullMarked
package dev.pawl.cli.hooks;

import org.jspecify.annotations.NullMarked;
