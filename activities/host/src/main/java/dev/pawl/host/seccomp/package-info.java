/** System calls that a sandboxed run must not make, as a program for the kernel (seccomp(2)). */
@NullMarked
package dev.pawl.host.seccomp;

import org.jspecify.annotations.NullMarked;
