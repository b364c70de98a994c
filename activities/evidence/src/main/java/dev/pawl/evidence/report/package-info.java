/** Results of test runners, read from their output and their report files. */
@NullMarked
package dev.pawl.evidence.report;

import org.jspecify.annotations.NullMarked;
