/** Removes secrets from text before it is stored, published or forwarded. */
@NullMarked
package dev.pawl.host.redaction;

import org.jspecify.annotations.NullMarked;
