@NullMarked
package dev.pawl.activities.reap;

import org.jspecify.annotations.NullMarked;
