/** Paths of a host that a program may see: what it names, and locations of sign-ins and keys. */
@NullMarked
package dev.pawl.host.place;

import org.jspecify.annotations.NullMarked;
