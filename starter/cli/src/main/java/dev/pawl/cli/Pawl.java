package dev.pawl.cli;

import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.invocation.ExitCode;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code pawl} with all its subcommands. */
@Command(
        name = "pawl",
        description = "Runs AI coding agents until the work is proven.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = HelpCommand.class)
public final class Pawl implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    boolean version;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command?");
    }

    /** Runs one command line; writes only to the context's terminal. */
    public static int execute(Context context, String... arguments) {
        List<String> words = List.of(arguments);
        if (words.equals(List.of("--help")) || words.equals(List.of("-h")) || words.equals(List.of("help"))) {
            Overview.lines(context.terminal()).forEach(context.terminal()::print);
            return ExitCode.ACCEPTED.code();
        }
        return commandLine(context, Commands.wanted(words)).execute(arguments);
    }

    /** All commands, ready to execute. */
    public static CommandLine commandLine(Context context) {
        return commandLine(context, Commands.all());
    }

    private static CommandLine commandLine(Context context, Map<String, Class<?>> commands) {
        ContextFactory factory = new ContextFactory(context);
        CommandLine line = new CommandLine(Pawl.class, factory);
        commands.forEach((name, type) -> line.addSubcommand(name, explained(new CommandLine(type, factory))));
        line.setOut(writer(context.terminal().out()));
        line.setErr(writer(context.terminal().err()));
        line.setUsageHelpWidth(Math.clamp(context.terminal().width(), 80, 110));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(
                context.terminal().outStyle().enabled() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
        line.setParameterExceptionHandler(new Failures(context)::usage);
        line.setExecutionExceptionHandler(new Failures(context)::execution);
        line.getCommandSpec().version("pawl " + Version.current());
        return line;
    }

    /** Adds --help to every command. */
    private static CommandLine explained(CommandLine command) {
        command.getCommandSpec().addMixin("help", CommandSpec.forAnnotatedObject(new HelpOption()));
        command.getSubcommands().values().forEach(Pawl::explained);
        return command;
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }
}
