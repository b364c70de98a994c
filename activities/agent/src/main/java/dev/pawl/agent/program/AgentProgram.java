package dev.pawl.agent.program;

import dev.pawl.agent.AgentAvailability.SignIn;
import dev.pawl.agent.AgentListener;
import dev.pawl.agent.AgentRun;
import dev.pawl.agent.AgentSettings;
import dev.pawl.agent.output.AgentOutput;
import java.io.IOException;
import java.util.List;

/** Everything specific to one agent program. Stateless. docs/adding-an-agent.md shows an example. */
public interface AgentProgram {
    ProgramFacts facts();

    /** Whether a model would answer, as far as files and variables show. */
    SignIn signIn(AgentSettings settings);

    /**
     * Writes what the run needs into its own directories, and returns how to start. The prompt is on standard input.
     */
    ProgramStart start(AgentRun run, RunHome home) throws IOException;

    /**
     * The directories that a later run needs to continue this one's session, relative to the directory of a run. They
     * contain no sign-in.
     */
    List<String> sessionFiles();

    /** Returns the interpreter of this run's output. */
    AgentOutput output(AgentRun run, AgentListener listener);
}
