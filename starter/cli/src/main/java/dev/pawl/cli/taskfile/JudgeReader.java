package dev.pawl.cli.taskfile;

import dev.pawl.cli.yaml.Problems;
import dev.pawl.cli.yaml.Section;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the judge: an agent, or a model server. */
final class JudgeReader {
    /** The built-in rubric. */
    static final String HONEST = "honest";

    private static final int MOST_SAMPLES = 5;
    private static final double ACCEPT = 0.70;

    private final Section judge;
    private final Problems problems;

    JudgeReader(Section judge, Problems problems) {
        this.judge = judge;
        this.problems = problems;
    }

    /** {@code judge: honest}: the task's agent judges by the built-in rubric. */
    static TaskFile.Judge honest(Section keys, String taskAgent) {
        if (taskAgent.equals("command")) {
            keys.problem("judge", "agent 'command' needs a program", "write judge: { rubric: honest, command: [...] }");
        }
        return new TaskFile.Judge(HONEST, taskAgent, null, null, List.of(), null, null, null);
    }

    /**
     * @param taskAgent judges if no agent is named
     * @param command reads the command of the named agent
     */
    TaskFile.Judge read(String taskAgent, Function<String, List<String>> command) {
        if (!judge.has("rubric")) {
            problems.at(judge.node(), "judge.rubric is missing", "say what makes a good result");
        }
        String rubric = orElse(judge.text("rubric"), "");
        String model = judge.text("model");
        Double accept = judge.fraction("accept");
        Double clarify = judge.fraction("clarify");
        if (clarify != null && clarify > (accept == null ? ACCEPT : accept)) {
            judge.problem("clarify", "above accept", "clarify is the lower of the two");
        }
        Integer samples = judge.integer("samples", 1, MOST_SAMPLES);
        if (judge.has("provider")) {
            String provider = judge.oneOf("provider", Keys.PROVIDERS);
            checkServer();
            return new TaskFile.Judge(rubric, "", provider, model, List.of(), samples, accept, clarify);
        }
        if (judge.has("samples")) {
            judge.problem("samples", "only with a provider", "name one of " + String.join(", ", Keys.PROVIDERS));
        }
        String agent = orElse(judge.oneOf("agent", Keys.AGENTS), judge.has("command") ? "command" : taskAgent);
        return new TaskFile.Judge(rubric, agent, null, model, command.apply(agent), null, accept, clarify);
    }

    private void checkServer() {
        if (!judge.has("model")) {
            judge.problem("provider", "a model server needs a model", "name it with 'model'");
        }
        for (String key : List.of("agent", "command")) {
            if (judge.has(key)) {
                judge.problem(key, "either an agent judges or a provider", "remove one of them");
            }
        }
    }

    private static String orElse(@Nullable String value, String otherwise) {
        return value == null ? otherwise : value;
    }
}
