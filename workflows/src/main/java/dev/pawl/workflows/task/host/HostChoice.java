package dev.pawl.workflows.task.host;

import dev.pawl.workflows.model.request.WorkspaceMode;
import dev.pawl.workflows.policy.Answer;
import java.util.Arrays;
import java.util.List;

/** The choices for a task whose host is lost; the answer is one of the words. */
public enum HostChoice {
    WAIT("wait"),
    BEGIN_AGAIN("begin again"),
    END("end");

    private final String word;

    HostChoice(String word) {
        this.word = word;
    }

    /** The directory of an in-place task exists on one host only. */
    public static List<String> words(WorkspaceMode mode) {
        return switch (mode) {
            case ISOLATED -> List.of(WAIT.word, BEGIN_AGAIN.word, END.word);
            case IN_PLACE -> List.of(WAIT.word, END.word);
        };
    }

    /** Anything else, such as a grant of more budget, keeps waiting. */
    public static HostChoice of(String text) {
        return Arrays.stream(values())
                .filter(choice -> choice.word.equals(Answer.normal(text)))
                .findFirst()
                .orElse(WAIT);
    }
}
