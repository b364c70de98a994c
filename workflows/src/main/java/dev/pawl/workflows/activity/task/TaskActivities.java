package dev.pawl.workflows.activity.task;

import io.temporal.activity.ActivityInterface;

/** Short, idempotent bookkeeping in the database, for people and other services. */
@ActivityInterface
public interface TaskActivities {
    /** Creates the task's row, whoever started the workflow, and chooses the host of its workspace. */
    Registration register(RegisterTask input);

    /** Returns the last sign of life of a host. */
    HostHeard lastHeard(LastHeard input);

    /**
     * Moves a task from its lost host to another one. Closes its session as abandoned and fences off the lost host.
     *
     * @return the task's host: the one chosen first, also if repeated
     */
    Registration move(MoveTask input);

    /**
     * Returns whether the task's account is served and its budget leaves some. After a usage limit, one task at a time
     * is admitted to try.
     */
    Admission admit(AskAdmission input);

    /** Renders and stores an iteration's prompt and creates the iteration's row. */
    ComposedPrompt compose(ComposePrompt input);

    /**
     * Applies the policy to an iteration's evidence and stores the decision with all its inputs. First replaces the
     * spending of the input by the exact sums over the task's sessions. Records for other tasks of the account how the
     * session went.
     */
    Decided decide(DecideIteration input);

    /** Stores a question to a person. */
    void ask(AskPerson input);

    /** Stores that a person was reminded of a question, or that it was escalated. */
    void remind(RemindPerson input);

    /** Stores how a question was closed. */
    void close(CloseQuestion input);

    /** Publishes the task's status and phase. */
    void publish(PublishProgress input);

    /** Closes whatever the task left open and stores its outcome. */
    void finish(FinishTask input);
}
