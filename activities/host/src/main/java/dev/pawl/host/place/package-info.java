/** Places of a host that a program may see: what it names, and what holds sign-ins and keys. */
@NullMarked
package dev.pawl.host.place;

import org.jspecify.annotations.NullMarked;
