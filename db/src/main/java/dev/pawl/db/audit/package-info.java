/** Questions over all rows: how many there are, and which of them contradict each other. */
@NullMarked
package dev.pawl.db.audit;

import org.jspecify.annotations.NullMarked;
