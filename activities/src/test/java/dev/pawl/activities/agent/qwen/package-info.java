@NullMarked
package dev.pawl.activities.agent.qwen;

import org.jspecify.annotations.NullMarked;
