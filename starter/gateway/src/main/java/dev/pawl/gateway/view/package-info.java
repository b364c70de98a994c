/** Tasks from the database, as messages of the protocol. */
@NullMarked
package dev.pawl.gateway.view;

import org.jspecify.annotations.NullMarked;
