package dev.pawl.task.judge;

import dev.pawl.host.redaction.Redaction;
import dev.pawl.record.content.Texts;
import dev.pawl.workflows.model.ContentRef;
import org.jspecify.annotations.Nullable;

/**
 * A change as a judge reads it: redacted and bounded.
 *
 * @param unseen the part of it that the judge cannot read, in one line; empty if it can read everything
 */
record ShownChange(String text, String unseen) {
    private static final int MAX = 256 << 10;

    /** Begins binary content in git's patches. Lines of text have a prefix there, so none equals this one. */
    private static final String BINARY = "GIT binary patch";

    static ShownChange of(@Nullable ContentRef patch, Texts texts, Redaction redaction) {
        if (patch == null) {
            return new ShownChange("(nothing was changed)", "");
        }
        String text = texts.read(patch, MAX);
        String clean = redaction.clean(text);
        if (patch.size() > MAX) {
            return new ShownChange(
                    clean + "\n(%d bytes more)".formatted(patch.size() - MAX),
                    "it saw only %d of the %d bytes of the change".formatted(MAX, patch.size()));
        }
        if (text.lines().anyMatch(BINARY::equals)) {
            return new ShownChange(clean, "it cannot read the binary files of the change");
        }
        boolean linesTakenOut = text.lines().count() != clean.lines().count();
        return new ShownChange(clean, linesTakenOut ? "lines of the change were removed as secrets" : "");
    }
}
