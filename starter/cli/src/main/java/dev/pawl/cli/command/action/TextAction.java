package dev.pawl.cli.command.action;

import dev.pawl.cli.command.option.TextOptions;
import dev.pawl.cli.invocation.Context;
import java.io.IOException;
import picocli.CommandLine.Mixin;

/** An action with a text of the person. */
abstract class TextAction extends TaskAction {
    @Mixin
    private TextOptions text;

    TextAction(Context context) {
        super(context);
    }

    final String text() throws IOException {
        return text.text();
    }
}
