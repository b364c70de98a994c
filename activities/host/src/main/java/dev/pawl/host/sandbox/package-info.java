/** What sandboxes are started with. */
@NullMarked
package dev.pawl.host.sandbox;

import org.jspecify.annotations.NullMarked;
