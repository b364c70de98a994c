/** What is on this machine, and what to do about what is missing. */
@NullMarked
package dev.pawl.cli.doctor;

import org.jspecify.annotations.NullMarked;
