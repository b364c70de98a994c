package dev.pawl.task.prompt;

import dev.pawl.workflows.model.request.CheckSpec;
import dev.pawl.workflows.model.request.JudgeSpec;
import dev.pawl.workflows.model.request.Must;
import dev.pawl.workflows.model.request.TaskRequest;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Renders prompts. Those of agents contain no counter and no time, so that an unchanged situation gives an identical
 * prompt. Values are inserted unchanged: nothing is escaped, and nothing in them is interpreted as template code.
 * Thread-safe.
 */
public final class Prompts {
    private static final String SAMPLE = "sample";

    private final StrictTemplate task;
    private final StrictTemplate feedback;
    private final StrictTemplate judge;

    /** @throws RuntimeException if a template cannot be parsed or names an undefined variable */
    public Prompts() {
        ClasspathLoader loader = new ClasspathLoader(Prompts.class.getClassLoader());
        loader.setPrefix("dev/pawl/task/prompt");
        loader.setSuffix(".peb");
        List<String> list = List.of(SAMPLE);
        this.task = new StrictTemplate(
                loader,
                "task",
                task(
                        SAMPLE,
                        SAMPLE,
                        SAMPLE,
                        list,
                        list,
                        list,
                        list,
                        List.of(Map.of("run", SAMPLE, "called", SAMPLE, "must", SAMPLE)),
                        SAMPLE,
                        list,
                        SAMPLE));
        this.feedback = new StrictTemplate(
                loader,
                "feedback",
                values(new Feedback(
                        SAMPLE, SAMPLE, list, List.of(new Feedback.RedCheck(SAMPLE, SAMPLE, SAMPLE, SAMPLE)), SAMPLE)));
        this.judge = new StrictTemplate(
                loader, "judge", values(new Review(SAMPLE, SAMPLE, SAMPLE, SAMPLE, SAMPLE, SAMPLE, true)));
    }

    /**
     * @param prompt the task's own text
     * @param guidance answers and instructions of people, oldest first
     * @param feedback on the last iteration; empty in the first one
     */
    public String task(TaskRequest request, String prompt, List<String> guidance, String feedback) {
        JudgeSpec reviewer = request.judge();
        return task.render(task(
                request.title(),
                prompt.strip(),
                request.workspace().start(),
                request.files(),
                request.removes(),
                request.owns(),
                Stream.concat(request.tests().mayChange().stream(), request.tests().mayRemove().stream())
                        .distinct()
                        .toList(),
                request.checks().stream().map(Prompts::values).toList(),
                reviewer == null ? "" : HonestRubric.of(reviewer),
                guidance,
                feedback));
    }

    /** The feedback on an iteration; blank if there is none. */
    public String feedback(Feedback said) {
        return feedback.render(values(said)).strip();
    }

    public String judge(Review review) {
        return judge.render(values(review));
    }

    private static Map<String, Object> task(
            String title,
            String prompt,
            String directory,
            List<String> files,
            List<String> removes,
            List<String> owns,
            List<String> tests,
            List<Map<String, String>> checks,
            String rubric,
            List<String> guidance,
            String feedback) {
        return Map.ofEntries(
                Map.entry("title", title),
                Map.entry("prompt", prompt),
                Map.entry("directory", directory),
                Map.entry("files", files),
                Map.entry("removes", removes),
                Map.entry("owns", owns),
                Map.entry("tests", tests),
                Map.entry("checks", checks),
                Map.entry("rubric", rubric),
                Map.entry("guidance", guidance),
                Map.entry("feedback", feedback));
    }

    private static Map<String, String> values(CheckSpec check) {
        String must = check.must() == Must.PASS ? "This command passes" : "This command shows no new failures";
        String called = check.name().equals(check.run()) ? "" : " (check \"%s\")".formatted(check.name());
        return Map.of("run", check.run(), "called", called, "must", must);
    }

    private static Map<String, Object> values(Feedback said) {
        List<Map<String, String>> checks = said.checks().stream()
                .map(check -> Map.of(
                        "name", check.name(),
                        "result", check.result(),
                        "failures", check.failures(),
                        "excerpt", check.excerpt()))
                .toList();
        return Map.of(
                "state",
                said.state(),
                "unfinished",
                said.unfinished(),
                "faults",
                said.faults(),
                "checks",
                checks,
                "issues",
                said.issues());
    }

    private static Map<String, Object> values(Review review) {
        return Map.of(
                "rubric", review.rubric(),
                "mark", review.mark(),
                "nonce", review.nonce(),
                "task", review.task(),
                "diff", review.diff(),
                "evidence", review.evidence(),
                "again", review.again());
    }
}
