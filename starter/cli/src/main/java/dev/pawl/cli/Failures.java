package dev.pawl.cli;

import dev.pawl.cli.connection.GatewayErrors;
import dev.pawl.cli.invocation.CommandFailure;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.invocation.ExitCode;
import dev.pawl.cli.terminal.Terminal;
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
        CommandFailure known = GatewayErrors.known(failure);
        print(String.valueOf(known.getMessage()));
        return known.exitCode().code();
    }

    private void print(String message) {
        terminal.say(terminal.errStyle().bad("pawl: ") + message);
    }
}
