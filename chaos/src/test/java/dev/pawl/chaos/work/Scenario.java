package dev.pawl.chaos.work;

/** What the agent of a task does, and how its result is checked. */
public enum Scenario {
    /** Writes its parts in a copy. */
    PLAIN("plain", false, false),
    /** The same in the user's own directory, under a lock. */
    IN_PLACE("plain", true, false),
    /** A judge scores the result. */
    JUDGED("plain", false, true),
    /** Asks a person first. */
    ASKS("asks", false, false),
    /** Meets a usage limit first. */
    LIMITED("limited", false, false),
    /** Works for some seconds and starts no further process: for many tasks at once. */
    LIGHT("light", false, false);

    private final String kind;
    private final boolean inPlace;
    private final boolean judged;

    Scenario(String kind, boolean inPlace, boolean judged) {
        this.kind = kind;
        this.inPlace = inPlace;
        this.judged = judged;
    }

    /** Its name in the script. */
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
