@NullMarked
package dev.pawl.host.process;

import org.jspecify.annotations.NullMarked;
