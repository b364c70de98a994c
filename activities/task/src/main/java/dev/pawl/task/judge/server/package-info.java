/** Model servers for judges: their wire formats behind Spring AI's ChatModel, and their faults. */
@NullMarked
package dev.pawl.task.judge.server;

import org.jspecify.annotations.NullMarked;
