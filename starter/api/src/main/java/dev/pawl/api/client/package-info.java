/** A small client of pawl.v1 for Java: channel, token and the spelling of vocabulary values. */
@NullMarked
package dev.pawl.api.client;

import org.jspecify.annotations.NullMarked;
