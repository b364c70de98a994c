package dev.pawl.workflows.activity.task;

import io.temporal.activity.ActivityInterface;

/** Short, idempotent bookkeeping in the database: what people and services ask about. */
@ActivityInterface
public interface TaskActivities {
    /** Makes the task's row, whoever started the workflow, and chooses the host that will hold its workspace. */
    Registration register(RegisterTask input);

    /** When a host was heard of last. */
    HostHeard lastHeard(LastHeard input);

    /**
     * Gives a task whose host is lost to another one. Its session is closed as abandoned, and what the lost host still writes
     * of it is refused.
     *
     * @return the host that has the task now: the one that was chosen first, also if this is repeated
     */
    Registration move(MoveTask input);

    /** Whether the task's provider takes work, one task at a time is let through to try, and the account's budget leaves some. */
    Admission admit(AskAdmission input);

    /** Renders and stores the prompt of an iteration and makes the iteration's row. */
    ComposedPrompt compose(ComposePrompt input);

    /**
     * Applies the policy to an iteration's evidence and stores the decision with all its inputs. What the input says was
     * spent is replaced by the exact sums over the task's sessions first. Other tasks of the provider's account learn how it
     * went.
     */
    Decided decide(DecideIteration input);

    /** Stores a question to a person. */
    void ask(AskPerson input);

    /** Stores how a question was closed. */
    void close(CloseQuestion input);

    /** Makes the task's status and what it does now visible. */
    void publish(PublishProgress input);

    /** Closes whatever the task left open and stores its outcome. */
    void finish(FinishTask input);
}
