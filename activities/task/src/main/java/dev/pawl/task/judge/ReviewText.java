package dev.pawl.task.judge;

import dev.pawl.host.redaction.Redaction;
import dev.pawl.record.content.Texts;
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
import org.jspecify.annotations.Nullable;

/** What a judge is told: rubric, task, change and evidence; what agents wrote is redacted, bounded and quoted. */
final class ReviewText {
    private static final int MAX_TASK = 64 << 10;
    private static final int MAX_DIFF = 256 << 10;
    private static final int LINE = 500;

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
    String of(JudgeIteration input, boolean again) {
        return prompts.judge(new Review(
                input.judge().rubric(),
                mark(),
                redaction.cleanKeys(task(input.task())),
                redaction.clean(diff(input.evidence().diff().patch())),
                evidence(input.evidence()),
                again));
    }

    /** Unknown to whoever wrote what is quoted, so that no text can end its own quotation. */
    private String mark() {
        byte[] bytes = new byte[16];
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

    private String diff(@Nullable ContentRef patch) {
        if (patch == null) {
            return "(nothing was changed)";
        }
        String text = texts.read(patch, MAX_DIFF);
        return patch.size() <= MAX_DIFF ? text : text + "\n(%d bytes more)".formatted(patch.size() - MAX_DIFF);
    }

    private String evidence(Evidence evidence) {
        List<String> lines = new ArrayList<>();
        for (CheckEvidence check : evidence.checks()) {
            lines.add("check %s: %s, %d tests, red: %s"
                    .formatted(check.name(), check.state().wire(), check.tests(), check.failures()));
        }
        for (FileEvidence file : evidence.files()) {
            lines.add("file %s: %s".formatted(file.path(), file.present() ? "there" : "missing or empty"));
        }
        evidence.findings().stream()
                .filter(Finding::aboutResult)
                .map(finding -> "finding %s %s: %s".formatted(finding.kind().wire(), finding.path(), finding.detail()))
                .forEach(lines::add);
        return String.join(
                "\n",
                lines.stream()
                        .map(line -> Quoted.line(redaction.clean(line), LINE))
                        .toList());
    }
}
