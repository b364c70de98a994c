@NullMarked
package dev.pawl.host.network;

import org.jspecify.annotations.NullMarked;
