package dev.pawl.cli;

import dev.pawl.cli.command.AnswerCommand;
import dev.pawl.cli.command.ApplyCommand;
import dev.pawl.cli.command.ApproveCommand;
import dev.pawl.cli.command.CancelCommand;
import dev.pawl.cli.command.CompletionCommand;
import dev.pawl.cli.command.CostCommand;
import dev.pawl.cli.command.DiffCommand;
import dev.pawl.cli.command.DoctorCommand;
import dev.pawl.cli.command.DownCommand;
import dev.pawl.cli.command.InstructCommand;
import dev.pawl.cli.command.ListCommand;
import dev.pawl.cli.command.LogsCommand;
import dev.pawl.cli.command.PauseCommand;
import dev.pawl.cli.command.RejectCommand;
import dev.pawl.cli.command.ResumeCommand;
import dev.pawl.cli.command.RunCommand;
import dev.pawl.cli.command.StatusCommand;
import dev.pawl.cli.command.StopCommand;
import dev.pawl.cli.command.SubmitCommand;
import dev.pawl.cli.command.UpCommand;
import dev.pawl.cli.command.ValidateCommand;
import dev.pawl.cli.command.WatchCommand;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
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
        subcommands = {
            RunCommand.class,
            SubmitCommand.class,
            WatchCommand.class,
            StatusCommand.class,
            ListCommand.class,
            AnswerCommand.class,
            ApproveCommand.class,
            RejectCommand.class,
            PauseCommand.class,
            ResumeCommand.class,
            InstructCommand.class,
            StopCommand.class,
            CancelCommand.class,
            DiffCommand.class,
            LogsCommand.class,
            CostCommand.class,
            ApplyCommand.class,
            ValidateCommand.class,
            DoctorCommand.class,
            UpCommand.class,
            DownCommand.class,
            CompletionCommand.class,
            HelpCommand.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  pawl run examples/calculator/task.md    run a task and watch it until it is proven",
            "  pawl list                               what was asked for and how it stands",
            "  pawl run --help                         options and examples of one command"
        },
        exitCodeListHeading = "%nExit codes:%n")
public final class Pawl implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and end.")
    boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version and end.")
    boolean version;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command?");
    }

    /** Ready to execute; writes to the context's terminal only. */
    public static CommandLine commandLine(Context context) {
        CommandLine line = new CommandLine(Pawl.class, new ContextFactory(context));
        line.setOut(writer(context.terminal().out()));
        line.setErr(writer(context.terminal().err()));
        line.setUsageHelpWidth(Math.clamp(context.terminal().width(), 80, 110));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(
                context.terminal().outStyle().enabled() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
        line.setParameterExceptionHandler(new Failures(context)::usage);
        line.setExecutionExceptionHandler(new Failures(context)::execution);
        line.getSubcommands().forEach(Pawl::explained);
        line.getCommandSpec().version("pawl " + Version.current());
        line.getCommandSpec().usageMessage().exitCodeList(exitCodes());
        return line;
    }

    /** Every command has --help; the command of that name brings its own. */
    private static void explained(String name, CommandLine command) {
        if (!name.equals("help")) {
            command.getCommandSpec().addMixin("help", CommandSpec.forAnnotatedObject(new HelpOption()));
        }
    }

    private static Map<String, String> exitCodes() {
        Map<String, String> codes = new LinkedHashMap<>();
        Arrays.stream(ExitCode.values()).forEach(code -> codes.put(Integer.toString(code.code()), code.meaning()));
        return codes;
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }
}
