/** What test runners say about tests, read from what they print and from their report files. */
@NullMarked
package dev.pawl.evidence.report;

import org.jspecify.annotations.NullMarked;
