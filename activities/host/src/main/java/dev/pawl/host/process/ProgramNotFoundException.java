package dev.pawl.host.process;

import java.io.IOException;

/** The program does not exist or is not executable. */
public final class ProgramNotFoundException extends IOException {
    private static final long serialVersionUID = 1L;

    public ProgramNotFoundException(String program) {
        super("no program '" + program + "' that can be executed");
    }
}
