/** What agents did and do, for people and programs. */
@NullMarked
package dev.pawl.cli.log;

import org.jspecify.annotations.NullMarked;
