@NullMarked
package dev.pawl.evidence;

import org.jspecify.annotations.NullMarked;
