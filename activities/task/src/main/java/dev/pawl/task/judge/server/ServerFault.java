package dev.pawl.task.judge.server;

/** Why a model server gave no answer. */
public enum ServerFault {
    /** It requires another key. */
    UNAUTHENTICATED,
    /** The model, or the path at the configured URL, does not exist. */
    NOT_FOUND,
    /** It refuses this request, and would refuse it again. */
    REFUSED,
    /** It accepts no more requests for a while. */
    RATE_LIMITED,
    /** It cannot be reached, fails, is overloaded, times out or drops the connection. */
    UNAVAILABLE,
    /** The answer is no longer wanted. */
    CANCELLED
}
