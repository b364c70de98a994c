/** Why a task makes no progress, according to the engine. */
@NullMarked
package dev.pawl.gateway.stall;

import org.jspecify.annotations.NullMarked;
