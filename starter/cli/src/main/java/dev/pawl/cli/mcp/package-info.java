/** Pawl's tools and resources over the Model Context Protocol, on the streams of a process. */
@NullMarked
package dev.pawl.cli.mcp;

import org.jspecify.annotations.NullMarked;
