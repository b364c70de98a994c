package dev.pawl.cli.watch;

import dev.pawl.api.v1.Question;
import dev.pawl.api.v1.Task;
import java.io.IOException;
import java.util.function.Consumer;

/** Answers some of a task's questions in place of a person. */
public interface Answerer {
    /** Whether it answers this question. A person does not see it then. */
    boolean answers(Question question);

    /**
     * Answers the open question of a task, once.
     *
     * @param say shows a line to people
     */
    void answer(Task task, Consumer<String> say) throws IOException;
}
