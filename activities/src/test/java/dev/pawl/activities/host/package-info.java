@NullMarked
package dev.pawl.activities.host;

import org.jspecify.annotations.NullMarked;
