@NullMarked
package dev.pawl.gateway.submit;

import org.jspecify.annotations.NullMarked;
