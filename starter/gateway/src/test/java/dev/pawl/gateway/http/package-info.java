@NullMarked
package dev.pawl.gateway.http;

import org.jspecify.annotations.NullMarked;
