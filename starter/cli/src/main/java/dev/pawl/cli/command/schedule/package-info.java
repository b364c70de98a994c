/** Commands on schedules of tasks and plans. */
@NullMarked
package dev.pawl.cli.command.schedule;

import org.jspecify.annotations.NullMarked;
