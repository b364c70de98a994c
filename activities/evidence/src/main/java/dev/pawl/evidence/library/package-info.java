/** Libraries that tests are made of: no file of the product takes their place. */
@NullMarked
package dev.pawl.evidence.library;

import org.jspecify.annotations.NullMarked;
