@NullMarked
package dev.pawl.activities.process;

import org.jspecify.annotations.NullMarked;
