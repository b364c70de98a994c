/** Tests that stand in files of the product: test modules, test blocks, examples in documentation. */
@NullMarked
package dev.pawl.evidence.inline;

import org.jspecify.annotations.NullMarked;
