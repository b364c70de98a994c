@NullMarked
package dev.pawl.task.reap;

import org.jspecify.annotations.NullMarked;
