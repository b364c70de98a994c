package dev.pawl.cli;

import dev.pawl.cli.connection.GatewayErrors;
import dev.pawl.cli.invocation.CommandFailure;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.invocation.ExitCode;
import dev.pawl.cli.terminal.Terminal;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Translates exceptions to a message and an exit code. */
final class Failures {
    private final Terminal terminal;
    private final boolean traces;

    Failures(Context context) {
        this.terminal = context.terminal();
        this.traces = context.variable("PAWL_DEBUG") != null;
    }

    int usage(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        print(String.valueOf(failure.getMessage()));
        if (!UnmatchedArgumentException.printSuggestions(failure, command.getErr())) {
            terminal.say("usage: " + command.getHelp().synopsis(0).strip());
        }
        terminal.say("see: " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE.code();
    }

    int execution(Exception failure, CommandLine command, ParseResult arguments) {
        if (traces) {
            failure.printStackTrace(terminal.err());
        }
        CommandFailure known = known(failure);
        print(String.valueOf(known.getMessage()));
        return known.exitCode().code();
    }

    private static CommandFailure known(Exception failure) {
        return switch (failure) {
            case CommandFailure known -> known;
            case StatusRuntimeException status -> GatewayErrors.failure(status);
            case NoSuchFileException missing ->
                new CommandFailure(ExitCode.USAGE, "no such file: " + missing.getFile(), missing);
            case AccessDeniedException denied ->
                new CommandFailure(ExitCode.USAGE, "not allowed to read: " + denied.getFile(), denied);
            case IOException io -> new CommandFailure(ExitCode.CONFIGURATION, String.valueOf(io.getMessage()), io);
            default ->
                new CommandFailure(
                        ExitCode.INTERNAL,
                        "this is a fault of Pawl: " + failure + " (PAWL_DEBUG=1 shows more)",
                        failure);
        };
    }

    private void print(String message) {
        terminal.say(terminal.errStyle().bad("pawl: ") + message);
    }
}
