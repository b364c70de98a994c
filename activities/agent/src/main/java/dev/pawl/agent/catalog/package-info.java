/** The catalog of agents. */
@NullMarked
package dev.pawl.agent.catalog;

import org.jspecify.annotations.NullMarked;
