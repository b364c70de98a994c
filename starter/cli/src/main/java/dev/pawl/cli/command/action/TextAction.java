package dev.pawl.cli.command.action;

import dev.pawl.cli.command.option.TextOptions;
import dev.pawl.cli.invocation.Context;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** An action with a text of the person. */
abstract class TextAction extends TaskAction {
    @Parameters(index = "1..*", paramLabel = "TEXT", description = TextOptions.WORDS)
    private List<String> words = List.of();

    @Mixin
    private TextOptions text;

    TextAction(Context context) {
        super(context);
    }

    final boolean given() {
        return text.given(words);
    }

    final String text() throws IOException {
        return text.text(words);
    }
}
