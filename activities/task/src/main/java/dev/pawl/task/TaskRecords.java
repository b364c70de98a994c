package dev.pawl.task;

import dev.pawl.db.decision.Decisions;
import dev.pawl.db.iteration.Iterations;
import dev.pawl.db.question.Questions;
import dev.pawl.db.session.Sessions;
import dev.pawl.db.task.Tasks;

/** The repositories of a task's life. */
public record TaskRecords(
        Tasks tasks, Iterations iterations, Sessions sessions, Questions questions, Decisions decisions) {}
