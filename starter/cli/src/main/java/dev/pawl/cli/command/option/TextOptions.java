package dev.pawl.cli.command.option;

import dev.pawl.cli.invocation.CommandFailure;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.invocation.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * A text of the person: words of the command line, or a file. Commands declare the words themselves, since picocli
 * refuses a mixin whose first parameter is not the first of the command.
 */
public final class TextOptions {
    public static final String WORDS = "The text; several words need no quotes.";

    private static final int LARGEST = 1024 * 1024;

    private final Context context;

    @Option(names = "--file", paramLabel = "FILE", description = "Read the text from a file; - is standard input.")
    private @Nullable Path file;

    TextOptions(Context context) {
        this.context = context;
    }

    /** Whether there is a text at all. */
    public boolean given(List<String> words) {
        return file != null || !words.isEmpty();
    }

    /** @throws CommandFailure if there is none, or two */
    public String text(List<String> words) throws IOException {
        if (file == null == words.isEmpty()) {
            throw new CommandFailure(ExitCode.USAGE, "give either a text or --file");
        }
        String text = file == null ? String.join(" ", words) : read(file);
        if (text.isBlank()) {
            throw new CommandFailure(ExitCode.USAGE, "the text is blank");
        }
        return text;
    }

    private String read(Path source) throws IOException {
        if (source.toString().equals("-")) {
            return new String(bounded(System.in), StandardCharsets.UTF_8);
        }
        try (InputStream in = Files.newInputStream(context.directory().resolve(source))) {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bounded(in)))
                    .toString();
        }
    }

    private static byte[] bounded(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new CommandFailure(ExitCode.USAGE, "the text is larger than 1 MB");
        }
        return bytes;
    }
}
