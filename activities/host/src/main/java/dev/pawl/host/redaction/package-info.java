/** Takes secrets out of text before it is stored, published or sent on. */
@NullMarked
package dev.pawl.host.redaction;

import org.jspecify.annotations.NullMarked;
