/** Rules for all classes of the module. */
@NullMarked
package dev.pawl.db.architecture;

import org.jspecify.annotations.NullMarked;
