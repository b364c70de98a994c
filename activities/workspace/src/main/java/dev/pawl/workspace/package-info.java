/** Why a workspace cannot be used, and who may use it: what all of this module has in common. */
@NullMarked
package dev.pawl.workspace;

import org.jspecify.annotations.NullMarked;
