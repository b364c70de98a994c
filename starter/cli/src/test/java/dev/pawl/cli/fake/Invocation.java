package dev.pawl.cli.fake;

import dev.pawl.cli.Pawl;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.terminal.Style;
import dev.pawl.cli.terminal.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** One run of the command line: its output and exit code. */
public record Invocation(int exitCode, String out, String err) {
    public static Invocation of(Map<String, String> environment, Path directory, String... arguments) {
        return of(environment, directory, false, arguments);
    }

    /** @param interactive whether a person is at the terminal */
    public static Invocation of(
            Map<String, String> environment, Path directory, boolean interactive, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Context context = new Context(environment, directory, terminal(out, err, interactive));
        int code = Pawl.execute(context, arguments);
        return new Invocation(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** With a person at the terminal, who types an answer. */
    public static Invocation typing(
            String answer, Map<String, String> environment, Path directory, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                true,
                Style.PLAIN,
                Style.PLAIN,
                120);
        int code = Pawl.execute(new Context(environment, directory, terminal), arguments);
        return new Invocation(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    public static Terminal terminal(ByteArrayOutputStream out, ByteArrayOutputStream err, boolean interactive) {
        return new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                interactive,
                Style.PLAIN,
                Style.PLAIN,
                120);
    }
}
