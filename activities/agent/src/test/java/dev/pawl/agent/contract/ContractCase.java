package dev.pawl.agent.contract;

import dev.pawl.workflows.model.evidence.Ending;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Possible endings of a run, and how every adapter must report them. */
enum ContractCase {
    SUCCESS("success", Ending.FINISHED),
    REFUSED_TOOL("a tool it needs is refused", Ending.REFUSED),
    TURN_LIMIT("turn limit", Ending.TURN_LIMIT),
    BUDGET("budget", Ending.BUDGET),
    HTTP_401("401 of the provider", Ending.UNAUTHENTICATED),
    HTTP_404("404", Ending.INVALID),
    HTTP_429("429", Ending.RATE_LIMITED),
    HTTP_500("500", Ending.PROVIDER_ERROR),
    HTTP_529("529", Ending.PROVIDER_ERROR),
    CONNECTION_REFUSED("refused connection", Ending.PROVIDER_ERROR),
    NOT_SIGNED_IN("not signed in", Ending.UNAUTHENTICATED),
    BAD_VERSION("a version that does not know the flags", Ending.INVALID),
    NOT_INSTALLED("not installed", Ending.NOT_INSTALLED),
    TIME_LIMIT("time limit", Ending.TIMED_OUT),
    IDLE_LIMIT("silence", Ending.IDLE),
    CUT_MID_LINE("output cut in a line, exit 0", Ending.CRASHED),
    JOINED_EVENTS("all events on one line", Ending.FINISHED),
    INVALID_UTF8("bytes that are not UTF-8", Ending.FINISHED),
    SILENCE_AFTER_END("it lingers after its last event", Ending.FINISHED),
    NOTHING_DONE("exit 0 with nothing said", Ending.CRASHED),
    KILLED("killed from outside", Ending.CRASHED);

    private static final Set<ContractCase> DERIVED = EnumSet.range(NOT_INSTALLED, KILLED);

    final String title;
    final Ending expected;

    ContractCase(String title, Ending expected) {
        this.title = title;
        this.expected = expected;
    }

    /** Has its own recording; the others derive from the one of success. */
    boolean recorded() {
        return !DERIVED.contains(this);
    }

    boolean retryable() {
        return expected == Ending.RATE_LIMITED || expected == Ending.PROVIDER_ERROR;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
