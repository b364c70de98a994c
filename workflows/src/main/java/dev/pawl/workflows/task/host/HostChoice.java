package dev.pawl.workflows.task.host;

import dev.pawl.workflows.model.request.WorkspaceMode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a person can choose for a task whose host is lost; the answer is one of the words. */
public enum HostChoice {
    WAIT("wait"),
    BEGIN_AGAIN("begin again"),
    END("end");

    private final String word;

    HostChoice(String word) {
        this.word = word;
    }

    /** The directory of an in-place task is on one host only. */
    public static List<String> words(WorkspaceMode mode) {
        return switch (mode) {
            case ISOLATED -> List.of(WAIT.word, BEGIN_AGAIN.word, END.word);
            case IN_PLACE -> List.of(WAIT.word, END.word);
        };
    }

    /** A word as people write it. */
    public static String normal(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    /** What is none of the words, as a grant of more budget, waits on. */
    public static HostChoice of(String text) {
        return Arrays.stream(values())
                .filter(choice -> choice.word.equals(normal(text)))
                .findFirst()
                .orElse(WAIT);
    }
}
