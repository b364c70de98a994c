@NullMarked
package dev.pawl.host.directory;

import org.jspecify.annotations.NullMarked;
