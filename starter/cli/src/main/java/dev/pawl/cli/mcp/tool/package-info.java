/** What a program may ask of Pawl: tools with checked arguments and bounded answers. */
@NullMarked
package dev.pawl.cli.mcp.tool;

import org.jspecify.annotations.NullMarked;
