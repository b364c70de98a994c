@NullMarked
package dev.pawl.agent.program;

import org.jspecify.annotations.NullMarked;
