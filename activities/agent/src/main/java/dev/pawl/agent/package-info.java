/** Coding agents: one port, and an adapter for each way to run one. */
@NullMarked
package dev.pawl.agent;

import org.jspecify.annotations.NullMarked;
