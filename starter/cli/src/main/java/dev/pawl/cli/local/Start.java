package dev.pawl.cli.local;

import dev.pawl.cli.invocation.CommandFailure;
import dev.pawl.cli.invocation.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Waits for a started local process and passes on its progress. */
final class Start {
    /** The first start builds the engine; a start without output for this long hangs. */
    private static final Duration SILENCE = Duration.ofMinutes(5);

    private static final Duration LONGEST = Duration.ofMinutes(20);
    private static final long POLL_MILLIS = 50;

    private final LocalStack stack;
    private final Home home;
    private final Process process;
    private final Consumer<String> progress;
    private int said;
    private long spokeAt = System.nanoTime();

    Start(LocalStack stack, Home home, Process process, Consumer<String> progress) {
        this.stack = stack;
        this.home = home;
        this.process = process;
        this.progress = progress;
    }

    LocalState await() throws IOException {
        long began = System.nanoTime();
        try {
            while (since(began).compareTo(LONGEST) < 0 && since(spokeAt).compareTo(SILENCE) < 0) {
                boolean ended = process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
                showProgress();
                Optional<LocalState> ready = stack.running();
                if (ready.isPresent()) {
                    return ready.get();
                }
                if (ended) {
                    String reason = reason();
                    throw reason.isEmpty()
                            ? failure("the local stack ended while it started")
                            : new CommandFailure(
                                    ExitCode.CONFIGURATION,
                                    "the local stack cannot start: %s\nits log: %s".formatted(reason, home.log()));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure("interrupted while the local stack was starting");
        }
        process.destroy();
        throw failure("the local stack was not ready in time");
    }

    private void showProgress() throws IOException {
        List<String> lines = lines(home.startLog());
        for (String line : lines.subList(Math.min(said, lines.size()), lines.size())) {
            spokeAt = System.nanoTime();
            if (!line.startsWith("failed: ") && !line.equals("ready")) {
                progress.accept("  " + line);
            }
        }
        said = lines.size();
    }

    private String reason() throws IOException {
        return lines(home.startLog()).stream()
                .filter(line -> line.startsWith("failed: "))
                .map(line -> line.substring("failed: ".length()))
                .findFirst()
                .orElse("");
    }

    private CommandFailure failure(String what) throws IOException {
        List<String> printed = lines(home.output());
        StringBuilder message = new StringBuilder(what);
        printed.subList(Math.max(0, printed.size() - 5), printed.size())
                .forEach(line -> message.append("\n  ").append(line));
        message.append("\nits log: ").append(home.log());
        return new CommandFailure(ExitCode.CONFIGURATION, message.toString());
    }

    /** Complete lines only: the last one may still be being written. */
    private static List<String> lines(Path file) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        String text = Files.readString(file);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
