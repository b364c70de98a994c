@NullMarked
package dev.pawl.plan;

import org.jspecify.annotations.NullMarked;
