@NullMarked
package dev.pawl.agent.limit;

import org.jspecify.annotations.NullMarked;
