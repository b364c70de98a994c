package dev.pawl.workflows.model.request;

import dev.pawl.workflows.model.ContentRef;
import dev.pawl.workflows.model.Require;
import org.jspecify.annotations.Nullable;

/**
 * The task's prompt: the text itself, or a reference to a long one. Exactly one is present.
 *
 * @param text at most {@value #MAX_INLINE} characters
 */
public record Prompt(@Nullable String text, @Nullable ContentRef ref) {
    public static final int MAX_INLINE = 16 * 1024;

    public Prompt {
        if ((text == null) == (ref == null)) {
            throw new IllegalArgumentException("a prompt has either a text or a reference");
        }
        if (text != null) {
            Require.text(text, MAX_INLINE, "prompt");
        }
    }

    public static Prompt inline(String text) {
        return new Prompt(text, null);
    }

    public static Prompt stored(ContentRef ref) {
        return new Prompt(null, ref);
    }
}
