@NullMarked
package dev.pawl.agent.opencode;

import org.jspecify.annotations.NullMarked;
