/** Why a task makes no progress, as the engine tells it. */
@NullMarked
package dev.pawl.gateway.stall;

import org.jspecify.annotations.NullMarked;
