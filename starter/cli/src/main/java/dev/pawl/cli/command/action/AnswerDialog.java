package dev.pawl.cli.command.action;

import dev.pawl.api.v1.Question;
import dev.pawl.api.v1.Task;
import dev.pawl.cli.invocation.CommandFailure;
import dev.pawl.cli.invocation.ExitCode;
import dev.pawl.cli.report.Answers;
import dev.pawl.cli.terminal.Terminal;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Shows the question of a task to a person at the terminal, who types the answer. */
final class AnswerDialog {
    private static final int TRIES = 3;

    private final Terminal terminal;

    AnswerDialog(Terminal terminal) {
        this.terminal = terminal;
    }

    /** @throws CommandFailure if the task asks nothing, or the person answers nothing */
    String answer(Task task) throws IOException {
        if (!task.hasQuestion()) {
            throw new CommandFailure(ExitCode.USAGE, "task %s does not wait for a person".formatted(task.getId()));
        }
        Question question = task.getQuestion();
        terminal.say(terminal.errStyle().strong(task.getTitle()) + " asks: " + question.getQuestion());
        question.getReasonsList().forEach(reason -> terminal.say("  " + reason));
        List<String> choices = question.getChoicesList();
        for (int i = 0; i < choices.size(); i++) {
            terminal.say("  %d  %s    %s".formatted(i + 1, choices.get(i), Answers.effect(choices.get(i))));
        }
        Answers.ofTask(task.getId(), question).stream()
                .filter(command -> !command.startsWith("pawl answer "))
                .forEach(command -> terminal.say("  or  " + command));
        for (int i = 0; i < TRIES; i++) {
            Optional<String> answer = typed(choices);
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        throw new CommandFailure(
                ExitCode.USAGE, "nothing was answered; the task still waits: pawl answer " + task.getId());
    }

    private Optional<String> typed(List<String> choices) throws IOException {
        String typed = terminal.ask(choices.isEmpty() ? "Answer:" : "Answer (1 to %d):".formatted(choices.size()));
        if (typed.isEmpty() || choices.isEmpty()) {
            return Optional.of(typed).filter(text -> !text.isEmpty());
        }
        if (typed.matches("\\d{1,3}")) {
            int number = Integer.parseInt(typed);
            return number >= 1 && number <= choices.size() ? Optional.of(choices.get(number - 1)) : Optional.empty();
        }
        return choices.stream().filter(choice -> choice.equalsIgnoreCase(typed)).findFirst();
    }
}
