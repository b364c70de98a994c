@NullMarked
package dev.pawl.activities.check;

import org.jspecify.annotations.NullMarked;
