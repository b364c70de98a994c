@NullMarked
package dev.pawl.agent.output;

import org.jspecify.annotations.NullMarked;
