/** Actions of agents. */
@NullMarked
package dev.pawl.db.action;

import org.jspecify.annotations.NullMarked;
