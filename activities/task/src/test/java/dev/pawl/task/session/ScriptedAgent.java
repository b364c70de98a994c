package dev.pawl.task.session;

import dev.pawl.agent.Agent;
import dev.pawl.agent.AgentAvailability;
import dev.pawl.agent.AgentListener;
import dev.pawl.agent.AgentResult;
import dev.pawl.agent.AgentRun;
import dev.pawl.workflows.model.evidence.Ending;
import dev.pawl.workflows.model.evidence.Usage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** An agent whose runs are defined by a test. */
final class ScriptedAgent implements Agent {
    static final String NAME = "scripted";

    interface Script {
        AgentResult run(AgentRun run, AgentListener listener) throws IOException, InterruptedException;
    }

    private final List<AgentRun> runs = Collections.synchronizedList(new ArrayList<>());
    private volatile Script script = (run, listener) -> finished(run, "done", Usage.NONE);

    void does(Script next) {
        script = next;
    }

    List<AgentRun> runs() {
        return runs;
    }

    static AgentResult finished(AgentRun run, String text, Usage usage) throws IOException {
        return ended(run, Ending.FINISHED, text, usage);
    }

    static AgentResult ended(AgentRun run, Ending ending, String text, Usage usage) throws IOException {
        Path transcript = Files.writeString(run.runDirectory().resolve("transcript.jsonl"), text + "\n");
        return AgentResult.builder(ending, "it ended as " + ending.wire(), transcript)
                .finalText(text)
                .usage(usage)
                .agentSessionId("own-id")
                .model("m-1")
                .exitCode(0)
                .build();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public AgentResult run(AgentRun run, AgentListener listener) throws IOException, InterruptedException {
        runs.add(run);
        return script.run(run, listener);
    }

    @Override
    public AgentAvailability probe() {
        return new AgentAvailability(NAME, true, "1", AgentAvailability.SignIn.UNKNOWN, "");
    }
}
