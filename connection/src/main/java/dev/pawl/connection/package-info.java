/** How to reach Temporal: address, namespace and credentials. */
@NullMarked
package dev.pawl.connection;

import org.jspecify.annotations.NullMarked;
