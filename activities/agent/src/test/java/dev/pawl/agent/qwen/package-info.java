@NullMarked
package dev.pawl.agent.qwen;

import org.jspecify.annotations.NullMarked;
