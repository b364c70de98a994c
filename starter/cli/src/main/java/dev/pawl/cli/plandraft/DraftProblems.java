package dev.pawl.cli.plandraft;

import dev.pawl.cli.terminal.Printable;
import dev.pawl.cli.yaml.Problem;
import java.util.ArrayList;
import java.util.List;

/** The problems of a draft, for its agent and for people. */
public final class DraftProblems {
    /** Characters of an answer, of which pawl.v1 takes 8192. */
    private static final int LONGEST = 7_500;

    private static final int LONGEST_LINE = 500;

    private DraftProblems() {}

    /** One line each, with line, column and what to do; not more than an agent can read at once. */
    public static List<String> lines(List<Problem> problems) {
        List<String> lines = new ArrayList<>();
        int length = 0;
        for (Problem problem : problems) {
            String line = Printable.line(problem.in(Draft.FILE));
            line = line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "…";
            length += line.length() + 1;
            if (length > LONGEST) {
                lines.add("and %d more".formatted(problems.size() - lines.size()));
                break;
            }
            lines.add(line);
        }
        return lines;
    }

    /** The agent's instructions. */
    public static String feedback(List<Problem> problems) {
        return "%s is not a valid plan. Correct it, and change no other file:\n%s"
                .formatted(Draft.FILE, String.join("\n", lines(problems)));
    }
}
