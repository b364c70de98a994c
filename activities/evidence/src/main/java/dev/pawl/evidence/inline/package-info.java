/** Tests inside product files: test modules, test blocks, and examples in documentation. */
@NullMarked
package dev.pawl.evidence.inline;

import org.jspecify.annotations.NullMarked;
