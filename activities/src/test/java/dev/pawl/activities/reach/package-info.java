@NullMarked
package dev.pawl.activities.reach;

import org.jspecify.annotations.NullMarked;
