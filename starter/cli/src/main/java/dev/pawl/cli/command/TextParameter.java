package dev.pawl.cli.command;

import dev.pawl.cli.CommandFailure;
import dev.pawl.cli.Context;
import dev.pawl.cli.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a person says to a task. */
final class TextParameter {
    private final Context context;

    @Parameters(index = "1..*", paramLabel = "TEXT", description = "What to say; several words need no quotes.")
    private List<String> words = List.of();

    @Option(names = "--file", paramLabel = "FILE", description = "Take the text from a file; - is standard input.")
    private @Nullable Path file;

    TextParameter(Context context) {
        this.context = context;
    }

    String text() throws IOException {
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
        return source.toString().equals("-")
                ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
                : Files.readString(context.directory().resolve(source));
    }
}
