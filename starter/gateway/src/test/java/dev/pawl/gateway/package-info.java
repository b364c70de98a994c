@NullMarked
package dev.pawl.gateway;

import org.jspecify.annotations.NullMarked;
