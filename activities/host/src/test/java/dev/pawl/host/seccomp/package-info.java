@NullMarked
package dev.pawl.host.seccomp;

import org.jspecify.annotations.NullMarked;
