@NullMarked
package dev.pawl.activities.agent.program;

import org.jspecify.annotations.NullMarked;
