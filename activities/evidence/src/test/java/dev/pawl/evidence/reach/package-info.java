@NullMarked
package dev.pawl.evidence.reach;

import org.jspecify.annotations.NullMarked;
