@NullMarked
package dev.pawl.api.client;

import org.jspecify.annotations.NullMarked;
