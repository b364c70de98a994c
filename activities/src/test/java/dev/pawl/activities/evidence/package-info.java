@NullMarked
package dev.pawl.activities.evidence;

import org.jspecify.annotations.NullMarked;
