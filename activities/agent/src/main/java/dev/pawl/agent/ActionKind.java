package dev.pawl.agent;

import java.util.Locale;

/** Kinds of actions, the same for all agents. */
public enum ActionKind {
    /** A message. */
    MESSAGE,
    /** A command. */
    COMMAND,
    /** Files written, changed or removed. */
    FILE_EDIT,
    /** A file read or a directory listed. */
    FILE_READ,
    /** A search in files or on the web. */
    SEARCH,
    /** Any other tool. */
    TOOL,
    /** A question to a person. */
    QUESTION,
    /** A retry of a model request that was not answered. */
    RETRY;

    /** The name in rows and streams: lower snake case. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
