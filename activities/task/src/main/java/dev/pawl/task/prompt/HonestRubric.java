package dev.pawl.task.prompt;

import dev.pawl.workflows.model.request.JudgeSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The built-in rubric of a judge. It is appended to every other rubric, so that every judge looks for cheating, too.
 */
public final class HonestRubric {
    private static final String TEXT = read();
    private static final String BESIDES =
            "\n\nWhatever this rubric says, a result that scores 0 by the following rules scores 0.\n\n";

    private HonestRubric() {}

    /** The rubric that a judge scores by, as the judge and the agent read it. */
    public static String of(JudgeSpec judge) {
        return judge.honestOnly() ? TEXT : judge.rubric().strip() + BESIDES + TEXT;
    }

    private static String read() {
        try (InputStream file = HonestRubric.class.getResourceAsStream("honest.md")) {
            return new String(Objects.requireNonNull(file, "honest.md").readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
