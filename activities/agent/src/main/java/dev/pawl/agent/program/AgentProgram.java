package dev.pawl.agent.program;

import dev.pawl.agent.AgentAvailability.SignIn;
import dev.pawl.agent.AgentListener;
import dev.pawl.agent.AgentRun;
import dev.pawl.agent.AgentSettings;
import dev.pawl.agent.output.AgentOutput;
import java.io.IOException;
import java.util.List;

/** All that tells one agent program from another. Holds no state between runs. docs/adding-an-agent.md shows one. */
public interface AgentProgram {
    ProgramFacts facts();

    /** Whether a model would answer, as far as it can be told from files and variables. */
    SignIn signIn(AgentSettings settings);

    /** Writes what the run needs into its own directories, and says how to start. The prompt is on standard input. */
    ProgramStart start(AgentRun run, RunHome home) throws IOException;

    /**
     * The directories that a later run needs to go on with this one's session, relative to the directory of a run. They
     * hold no sign-in.
     */
    List<String> sessionFiles();

    /** Understands the output of this run. */
    AgentOutput output(AgentRun run, AgentListener listener);
}
