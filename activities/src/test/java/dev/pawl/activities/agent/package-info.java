@NullMarked
package dev.pawl.activities.agent;

import org.jspecify.annotations.NullMarked;
