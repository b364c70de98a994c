/** What sessions may spend of providers' accounts, and what they spent. */
@NullMarked
package dev.pawl.db.budget;

import org.jspecify.annotations.NullMarked;
