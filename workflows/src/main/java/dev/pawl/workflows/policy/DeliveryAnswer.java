package dev.pawl.workflows.policy;

import java.util.Arrays;
import java.util.List;

/** What a person can answer before an accepted result is delivered. */
public enum DeliveryAnswer {
    DELIVER("deliver"),
    KEEP("keep");

    private final String words;

    DeliveryAnswer(String words) {
        this.words = words;
    }

    public static List<String> all() {
        return Arrays.stream(values()).map(answer -> answer.words).toList();
    }

    /** Whether the answer is this one, in the person's spelling. */
    public boolean is(String text) {
        return Answer.normal(words).equals(Answer.normal(text));
    }
}
