/** Tasks as the database knows them, in the words of the protocol. */
@NullMarked
package dev.pawl.gateway.view;

import org.jspecify.annotations.NullMarked;
