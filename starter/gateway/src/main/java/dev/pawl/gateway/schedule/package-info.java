/** Schedules of tasks and plans, which the engine keeps. */
@NullMarked
package dev.pawl.gateway.schedule;

import org.jspecify.annotations.NullMarked;
