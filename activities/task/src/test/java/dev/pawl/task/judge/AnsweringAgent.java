package dev.pawl.task.judge;

import dev.pawl.agent.Agent;
import dev.pawl.agent.AgentAvailability;
import dev.pawl.agent.AgentListener;
import dev.pawl.agent.AgentResult;
import dev.pawl.agent.AgentRun;
import dev.pawl.task.judge.server.Nonces;
import dev.pawl.workflows.model.evidence.Ending;
import dev.pawl.workflows.model.evidence.Usage;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** An agent that gives prepared answers, one after the other, and records its prompts. */
final class AnsweringAgent implements Agent {
    static final String NAME = "answering";
    static final Usage EACH = new Usage(100, 10, 0, 0, new BigDecimal("0.02"), 1);

    private record Answer(Ending ending, boolean retryable, String text) {}

    /** Stands for a run that fails because the disk is full. */
    private static final Answer FAULT = new Answer(Ending.CRASHED, true, "no space left");

    private final Deque<Answer> answers = new ArrayDeque<>();
    final List<String> prompts = new ArrayList<>();
    final List<AgentRun> runs = new ArrayList<>();
    final List<Boolean> emptyDirectories = new ArrayList<>();

    /** Verdicts in the text get the nonce of the question. */
    AnsweringAgent says(String text) {
        answers.add(new Answer(Ending.FINISHED, false, text));
        return this;
    }

    AnsweringAgent ends(Ending ending, boolean retryable) {
        answers.add(new Answer(ending, retryable, ""));
        return this;
    }

    AnsweringAgent spendsAndFails() {
        answers.add(FAULT);
        return this;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public AgentResult run(AgentRun run, AgentListener listener) throws IOException {
        runs.add(run);
        prompts.add(Files.readString(run.prompt()));
        try (var files = Files.list(run.workspace())) {
            emptyDirectories.add(files.findAny().isEmpty());
        }
        Answer answer = answers.removeFirst();
        listener.usage(EACH);
        if (answer.equals(FAULT)) {
            throw new IOException(answer.text());
        }
        String text = Nonces.in(prompts.getLast(), answer.text());
        return AgentResult.builder(
                        answer.ending(),
                        "it ended as " + answer.ending().wire(),
                        run.runDirectory().resolve("none"))
                .retryable(answer.retryable())
                .finalText(text)
                .usage(EACH)
                .exitCode(0)
                .build();
    }

    @Override
    public AgentAvailability probe() {
        return new AgentAvailability(NAME, true, "1", AgentAvailability.SignIn.UNKNOWN, "");
    }
}
