@NullMarked
package dev.pawl.activities.workspace;

import org.jspecify.annotations.NullMarked;
