@NullMarked
package dev.pawl.activities.limit;

import org.jspecify.annotations.NullMarked;
