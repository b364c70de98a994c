/** The JSON documents of the command line. */
@NullMarked
package dev.pawl.cli.document;

import org.jspecify.annotations.NullMarked;
