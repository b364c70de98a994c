@NullMarked
package dev.pawl.agent.claude;

import org.jspecify.annotations.NullMarked;
