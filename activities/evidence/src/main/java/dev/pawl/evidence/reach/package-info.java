/**
 * Files of the base that a check's command reaches, which therefore belong to the check: scripts, tests, configuration.
 */
@NullMarked
package dev.pawl.evidence.reach;

import org.jspecify.annotations.NullMarked;
