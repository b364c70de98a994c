package dev.pawl.task.judge;

import dev.pawl.host.redaction.Redaction;
import dev.pawl.record.content.Texts;
import dev.pawl.task.prompt.HonestRubric;
import dev.pawl.task.prompt.Prompts;
import dev.pawl.task.prompt.Quoted;
import dev.pawl.task.prompt.Review;
import dev.pawl.workflows.activity.judge.JudgeIteration;
import dev.pawl.workflows.model.ContentRef;
import dev.pawl.workflows.model.evidence.CheckEvidence;
import dev.pawl.workflows.model.evidence.Evidence;
import dev.pawl.workflows.model.evidence.FileEvidence;
import dev.pawl.workflows.model.evidence.Finding;
import dev.pawl.workflows.model.request.Prompt;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The text of the question to a judge: rubric, task, change and evidence. Agents' texts are redacted, bounded and
 * quoted.
 */
final class ReviewText {
    private static final int MAX_TASK = 64 << 10;
    private static final int LINE = 500;
    private static final String NOT_SHOWN = "(review only the change and the checks)";

    private final SecureRandom random = new SecureRandom();
    private final Prompts prompts;
    private final Texts texts;
    private final Redaction redaction;

    ReviewText(Prompts prompts, Texts texts, Redaction redaction) {
        this.prompts = prompts;
        this.texts = texts;
        this.redaction = redaction;
    }

    /** @param again whether the last answer could not be read */
    ReviewQuestion of(JudgeIteration input, boolean again) {
        String nonce = random(8);
        ShownChange change = ShownChange.of(input.evidence().diff().patch(), texts, redaction);
        String text = prompts.judge(new Review(
                HonestRubric.of(input.judge()),
                random(16),
                nonce,
                input.judge().honestOnly() ? NOT_SHOWN : redaction.cleanKeys(task(input.task())),
                change.text(),
                evidence(input.evidence()),
                again));
        return new ReviewQuestion(text, nonce, change.unseen().isEmpty() ? unseen(input) : change.unseen());
    }

    /** Unknown to the writers of quoted texts, so that no text can end its own quotation or answer for the judge. */
    private String random(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private String task(Prompt prompt) {
        String text = prompt.text();
        ContentRef ref = prompt.ref();
        if (text != null || ref == null) {
            return text == null ? "" : text;
        }
        return texts.read(ref, MAX_TASK);
    }

    private static String unseen(JudgeIteration input) {
        ContentRef ref = input.task().ref();
        return input.judge().honestOnly() || ref == null || ref.size() <= MAX_TASK
                ? ""
                : "it saw only %d of the %d bytes of the task's text".formatted(MAX_TASK, ref.size());
    }

    private String evidence(Evidence evidence) {
        List<String> lines = new ArrayList<>();
        for (CheckEvidence check : evidence.checks()) {
            lines.add("check %s: %s, %d tests, red: %s"
                    .formatted(check.name(), check.state().wire(), check.tests(), check.failures()));
        }
        for (FileEvidence file : evidence.files()) {
            lines.add("file %s: %s".formatted(file.path(), file.present() ? "present" : "missing or empty"));
        }
        evidence.findings().stream()
                .filter(Finding::aboutResult)
                .map(finding -> "finding %s %s: %s".formatted(finding.kind().wire(), finding.path(), finding.detail()))
                .forEach(lines::add);
        evidence.proof().controls().stream()
                .map(control -> "control: " + control.line())
                .forEach(lines::add);
        return String.join(
                "\n",
                lines.stream()
                        .map(line -> Quoted.line(redaction.clean(line), LINE))
                        .toList());
    }
}
