package dev.pawl.cli.command.option;

import com.google.protobuf.ProtocolMessageEnum;
import dev.pawl.api.client.Words;
import dev.pawl.cli.invocation.CommandFailure;
import dev.pawl.cli.invocation.ExitCode;
import dev.pawl.cli.text.Nearest;
import java.util.List;

/** The value of {@code --status}. */
public final class StatusWord {
    private StatusWord() {}

    /** @throws CommandFailure for an unknown word, with the nearest one */
    public static <E extends Enum<E> & ProtocolMessageEnum> E of(Class<E> type, String word) {
        List<String> words = Words.all(type);
        return Words.parse(type, word)
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.USAGE,
                        "unknown status '%s'; %s"
                                .formatted(
                                        word,
                                        Nearest.to(word, words)
                                                .map(near -> "did you mean '" + near + "'?")
                                                .orElse("one of " + String.join(", ", words)))));
    }
}
