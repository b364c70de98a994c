/** What tasks learned about providers. */
@NullMarked
package dev.pawl.db.provider;

import org.jspecify.annotations.NullMarked;
