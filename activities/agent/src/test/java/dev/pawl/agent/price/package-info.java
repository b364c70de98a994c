@NullMarked
package dev.pawl.agent.price;

import org.jspecify.annotations.NullMarked;
