/** Commands that act on a task: answers, decisions of people, pauses, its end. */
@NullMarked
package dev.pawl.cli.command.action;

import org.jspecify.annotations.NullMarked;
