package dev.pawl.task.prompt;

import dev.pawl.host.redaction.Redaction;
import dev.pawl.record.content.Texts;
import dev.pawl.workflows.activity.task.ComposePrompt;
import dev.pawl.workflows.model.ContentRef;
import dev.pawl.workflows.model.request.Prompt;

/** Composes and stores the prompt of an agent: equal situations give equal references. */
public final class PromptComposer {
    /** The longest task text, in bytes; the gateway accepts no longer one. */
    public static final int MAX_TASK = 16 << 20;

    private static final int MAX_FEEDBACK = 1 << 20;

    private final Prompts prompts;
    private final Texts texts;
    private final Redaction redaction;

    public PromptComposer(Prompts prompts, Texts texts, Redaction redaction) {
        this.prompts = prompts;
        this.texts = texts;
        this.redaction = redaction;
    }

    /** Keys in people's texts are redacted too; examples such as {@code password=changeme} stay. */
    public ContentRef compose(ComposePrompt input) {
        ContentRef feedback = input.feedback();
        String text = prompts.task(
                input.request(),
                text(input.request().prompt()),
                input.guidance(),
                feedback == null ? "" : texts.read(feedback, MAX_FEEDBACK));
        return texts.put(redaction.cleanKeys(text));
    }

    private String text(Prompt prompt) {
        String inline = prompt.text();
        ContentRef ref = prompt.ref();
        if (inline != null) {
            return inline;
        }
        if (ref == null) {
            throw new IllegalArgumentException("a prompt has either a text or a reference");
        }
        return texts.read(ref, MAX_TASK);
    }
}
