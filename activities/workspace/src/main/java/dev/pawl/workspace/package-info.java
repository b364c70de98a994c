/** Why a workspace cannot be used, and which task may use it: shared by this module. */
@NullMarked
package dev.pawl.workspace;

import org.jspecify.annotations.NullMarked;
