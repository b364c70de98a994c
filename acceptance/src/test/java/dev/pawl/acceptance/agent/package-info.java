/** What the command line says of agents against what the worker does with them. */
@NullMarked
package dev.pawl.acceptance.agent;

import org.jspecify.annotations.NullMarked;
