@NullMarked
package dev.pawl.agent.codex;

import org.jspecify.annotations.NullMarked;
