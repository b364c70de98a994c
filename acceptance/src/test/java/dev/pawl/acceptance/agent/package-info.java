/** The command line's view of agents compared with the worker's. */
@NullMarked
package dev.pawl.acceptance.agent;

import org.jspecify.annotations.NullMarked;
