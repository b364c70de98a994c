package dev.pawl.cli.report;

import dev.pawl.api.v1.OpenQuestion;
import dev.pawl.api.v1.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The commands that answer a question, and what each does. */
public final class Answers {
    private Answers() {}

    /** One line each: the command, four spaces, its effect. */
    public static List<String> ofTask(String id, Question question) {
        return ofTask(id, question.getKind(), question.getQuestion(), question.getChoicesList());
    }

    /** For a question of a task or of a plan. */
    public static List<String> of(OpenQuestion question) {
        return question.hasPlanId()
                ? ofPlan(question.getPlanId())
                : ofTask(question.getTaskId(), question.getKind(), question.getQuestion(), question.getChoicesList());
    }

    public static List<String> ofPlan(String id) {
        return List.of(
                "pawl plan answer %s retry    gives the package one more attempt".formatted(id),
                "pawl plan answer %s continue    goes on without it and all that need it".formatted(id),
                "pawl plan answer %s stop    ends the plan with what is integrated".formatted(id));
    }

    private static List<String> ofTask(String id, String kind, String question, List<String> choices) {
        String answer = "pawl answer %s \"what to do\"    continues with your answer".formatted(id);
        List<String> decide = List.of(
                "pawl approve %s    accepts it on your word".formatted(id),
                "pawl reject %s    ends the task as rejected".formatted(id));
        if (!choices.isEmpty()) {
            List<String> named =
                    choices.stream().map(choice -> choice(id, choice)).toList();
            return kind.equals("dispute")
                    ? Stream.concat(named.stream(), decide.stream()).toList()
                    : named;
        }
        if (kind.equals("clarify")) {
            return List.of(answer, "pawl stop %s    ends with the last result".formatted(id));
        }
        if (kind.equals("delivery")) {
            return List.of(
                    "pawl answer %s \"again\"    tries the delivery again".formatted(id),
                    "pawl approve %s    ends the task as accepted, without delivery".formatted(id));
        }
        List<String> all = new ArrayList<>();
        all.add("pawl diff %s    shows the result".formatted(id));
        all.addAll(decide);
        // Such a question says itself that an answer is not enough.
        boolean more = question.contains("pawl extend TASK");
        all.add(more ? "pawl extend %s --cost 1.00    continues with the grant (or --tokens)".formatted(id) : answer);
        return List.copyOf(all);
    }

    private static String choice(String id, String choice) {
        String effect = effect(choice);
        return "pawl answer %s \"%s\"%s".formatted(id, choice, effect.isEmpty() ? "" : "    " + effect);
    }

    /** What a choice does; empty if that is not known. */
    public static String effect(String choice) {
        return switch (choice) {
            case "wait" -> "keeps waiting for the host";
            case "begin again" -> "begins again on another host, from the base";
            case "end" -> "ends with the last result";
            case "allow" -> "continues; the agent may make this change";
            case "refuse" -> "continues; the agent has to undo it";
            case "deliver" -> "delivers the result";
            case "keep" -> "ends the task as accepted, without delivery";
            case "the check is right" -> "the agent continues and has to pass it";
            case "skip this check for this task" -> "it no longer counts; the proof is weaker";
            case "I have changed the check" -> "its files are taken from your directory";
            default -> "";
        };
    }
}
