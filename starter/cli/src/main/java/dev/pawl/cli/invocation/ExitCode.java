package dev.pawl.cli.invocation;

/** Exit codes of the command line. The numbers are part of the interface. */
public enum ExitCode {
    ACCEPTED(0, "success; for run and watch: the task was accepted, and delivered as asked"),
    NOT_ACCEPTED(1, "the task ended as rejected, failed, partial or cancelled"),
    USAGE(
            2,
            "bad input: a wrong option, an invalid task file, an unknown task, an action that the task's state does not allow"),
    CONFIGURATION(3, "something is missing or misconfigured; the message says what to do"),
    PROVIDER(4, "the model provider failed"),
    AGENT(5, "the agent failed, is not installed or not signed in"),
    INTERNAL(6, "Pawl failed"),
    NEEDS_PERSON(10, "the task needs a person"),
    BUDGET(11, "the task's budget is spent"),
    NOT_DELIVERED(12, "the task was accepted, but its result could not be delivered; the message says how to get it"),
    QUOTA(75, "the provider's usage limit is reached"),
    WAIT_TIMED_OUT(124, "the wait timed out; the task continues"),
    INTERRUPTED(130, "interrupted; the task continues");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    public int code() {
        return code;
    }

    public String meaning() {
        return meaning;
    }
}
