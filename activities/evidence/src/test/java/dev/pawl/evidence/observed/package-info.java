@NullMarked
package dev.pawl.evidence.observed;

import org.jspecify.annotations.NullMarked;
