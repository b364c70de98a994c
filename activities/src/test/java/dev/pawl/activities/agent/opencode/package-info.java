@NullMarked
package dev.pawl.activities.agent.opencode;

import org.jspecify.annotations.NullMarked;
