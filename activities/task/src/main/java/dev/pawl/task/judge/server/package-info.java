/** Model servers that judges are asked at: their wire shapes behind Spring AI's ChatModel, their faults as one vocabulary. */
@NullMarked
package dev.pawl.task.judge.server;

import org.jspecify.annotations.NullMarked;
