/** What tasks learned about their providers. */
@NullMarked
package dev.pawl.db.provider;

import org.jspecify.annotations.NullMarked;
