/** Diagnosis of this machine. */
@NullMarked
package dev.pawl.cli.doctor;

import org.jspecify.annotations.NullMarked;
