@NullMarked
package dev.pawl.agent;

import org.jspecify.annotations.NullMarked;
