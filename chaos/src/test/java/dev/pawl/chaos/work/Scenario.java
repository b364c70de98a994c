package dev.pawl.chaos.work;

/** What the agent of a task does, and what is asked of its result. */
public enum Scenario {
    /** Writes its parts in a copy. */
    PLAIN("plain", false, false),
    /** The same in the user's own directory, under a lock. */
    IN_PLACE("plain", true, false),
    /** A judge looks at the result. */
    JUDGED("plain", false, true),
    /** Asks a person first. */
    ASKS("asks", false, false),
    /** Meets its provider's limit first. */
    LIMITED("limited", false, false),
    /** Works for some seconds and starts no process beside itself: for many at once. */
    LIGHT("light", false, false);

    private final String kind;
    private final boolean inPlace;
    private final boolean judged;

    Scenario(String kind, boolean inPlace, boolean judged) {
        this.kind = kind;
        this.inPlace = inPlace;
        this.judged = judged;
    }

    /** As the script names it. */
    String kind() {
        return kind;
    }

    boolean inPlace() {
        return inPlace;
    }

    boolean judged() {
        return judged;
    }
}
