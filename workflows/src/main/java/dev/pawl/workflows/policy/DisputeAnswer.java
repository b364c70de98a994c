package dev.pawl.workflows.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A person's possible answers to a disputed check. */
public enum DisputeAnswer {
    /** The work has to pass it. */
    RIGHT("the check is right"),
    /** It does not run any more, and the proof is weaker. */
    SKIP("skip this check for this task"),
    /** Its files are taken from the user's directory, as a new base. */
    CHANGED("I have changed the check");

    private final String words;

    DisputeAnswer(String words) {
        this.words = words;
    }

    /** The answers as people write them. */
    public static List<String> all() {
        return Arrays.stream(values()).map(answer -> answer.words).toList();
    }

    /** The answers in one sentence. */
    static String offer() {
        return all().stream().map("'%s'"::formatted).collect(Collectors.joining(" or ", "Answer ", "."));
    }

    /** Ignores case; absent for other words. */
    public static Optional<DisputeAnswer> of(String text) {
        String said = Answer.normal(text);
        return Arrays.stream(values())
                .filter(answer -> Answer.normal(answer.words).equals(said))
                .findFirst();
    }
}
