/** What a sandboxed run reaches by network. */
@NullMarked
package dev.pawl.host.network;

import org.jspecify.annotations.NullMarked;
