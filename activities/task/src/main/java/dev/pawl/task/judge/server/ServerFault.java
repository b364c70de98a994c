package dev.pawl.task.judge.server;

/** Why a model server gave no answer. */
public enum ServerFault {
    /** It takes nobody without another key. */
    UNAUTHENTICATED,
    /** There is no such model, or no such path at the configured URL. */
    NOT_FOUND,
    /** It does not take this request, and will not take it again. */
    REFUSED,
    /** It takes no more for a while. */
    RATE_LIMITED,
    /** It cannot be reached, fails, is overloaded, does not answer in time or breaks off. */
    UNAVAILABLE,
    /** Nobody waits for the answer any more. */
    CANCELLED
}
