package dev.pawl.agent;

import java.util.Locale;

/** What an agent can do, in the words all agents share. */
public enum ActionKind {
    /** It said something. */
    MESSAGE,
    /** It ran a command. */
    COMMAND,
    /** It wrote, changed or removed files. */
    FILE_EDIT,
    /** It read a file or listed a directory. */
    FILE_READ,
    /** It looked for something, in files or on the web. */
    SEARCH,
    /** It used any other tool. */
    TOOL,
    /** It asked a person. */
    QUESTION,
    /** It asked its model again, which had not answered. */
    RETRY;

    /** The name in rows and streams: lower snake case. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
