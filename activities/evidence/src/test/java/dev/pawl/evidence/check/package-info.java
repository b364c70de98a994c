@NullMarked
package dev.pawl.evidence.check;

import org.jspecify.annotations.NullMarked;
