/** The page of cases from real use, with the test that keeps each. */
@NullMarked
package dev.pawl.acceptance.field;

import org.jspecify.annotations.NullMarked;
