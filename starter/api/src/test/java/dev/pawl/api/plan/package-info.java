@NullMarked
package dev.pawl.api.plan;

import org.jspecify.annotations.NullMarked;
