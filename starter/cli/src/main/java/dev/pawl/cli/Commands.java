package dev.pawl.cli;

import dev.pawl.cli.command.ApplyCommand;
import dev.pawl.cli.command.CompletionCommand;
import dev.pawl.cli.command.CostCommand;
import dev.pawl.cli.command.DiffCommand;
import dev.pawl.cli.command.ForkCommand;
import dev.pawl.cli.command.InitCommand;
import dev.pawl.cli.command.ListCommand;
import dev.pawl.cli.command.LogsCommand;
import dev.pawl.cli.command.ReportCommand;
import dev.pawl.cli.command.RetryCommand;
import dev.pawl.cli.command.RunCommand;
import dev.pawl.cli.command.StatusCommand;
import dev.pawl.cli.command.SubmitCommand;
import dev.pawl.cli.command.ValidateCommand;
import dev.pawl.cli.command.WatchCommand;
import dev.pawl.cli.command.access.AuditCommand;
import dev.pawl.cli.command.access.TokenCommand;
import dev.pawl.cli.command.account.AccountsCommand;
import dev.pawl.cli.command.action.AnswerCommand;
import dev.pawl.cli.command.action.ApproveCommand;
import dev.pawl.cli.command.action.CancelCommand;
import dev.pawl.cli.command.action.ExtendCommand;
import dev.pawl.cli.command.action.InstructCommand;
import dev.pawl.cli.command.action.PauseCommand;
import dev.pawl.cli.command.action.RejectCommand;
import dev.pawl.cli.command.action.ResumeCommand;
import dev.pawl.cli.command.action.StopCommand;
import dev.pawl.cli.command.agents.AgentsCommand;
import dev.pawl.cli.command.event.EventsCommand;
import dev.pawl.cli.command.event.LogCommand;
import dev.pawl.cli.command.hooks.HooksCommand;
import dev.pawl.cli.command.inbox.InboxCommand;
import dev.pawl.cli.command.mcp.McpCommand;
import dev.pawl.cli.command.plan.PlanCommand;
import dev.pawl.cli.command.schedule.ScheduleCommand;
import dev.pawl.cli.command.stack.DoctorCommand;
import dev.pawl.cli.command.stack.DownCommand;
import dev.pawl.cli.command.stack.EnvCommand;
import dev.pawl.cli.command.stack.GcCommand;
import dev.pawl.cli.command.stack.UiCommand;
import dev.pawl.cli.command.stack.UpCommand;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The commands by name, in the order of the help. */
final class Commands {
    private static final List<Map.Entry<String, Class<?>>> ALL = List.of(
            Map.entry("run", RunCommand.class),
            Map.entry("submit", SubmitCommand.class),
            Map.entry("watch", WatchCommand.class),
            Map.entry("status", StatusCommand.class),
            Map.entry("report", ReportCommand.class),
            Map.entry("list", ListCommand.class),
            Map.entry("inbox", InboxCommand.class),
            Map.entry("answer", AnswerCommand.class),
            Map.entry("approve", ApproveCommand.class),
            Map.entry("reject", RejectCommand.class),
            Map.entry("pause", PauseCommand.class),
            Map.entry("resume", ResumeCommand.class),
            Map.entry("instruct", InstructCommand.class),
            Map.entry("extend", ExtendCommand.class),
            Map.entry("stop", StopCommand.class),
            Map.entry("cancel", CancelCommand.class),
            Map.entry("retry", RetryCommand.class),
            Map.entry("fork", ForkCommand.class),
            Map.entry("diff", DiffCommand.class),
            Map.entry("logs", LogsCommand.class),
            Map.entry("cost", CostCommand.class),
            Map.entry("apply", ApplyCommand.class),
            Map.entry("init", InitCommand.class),
            Map.entry("plan", PlanCommand.class),
            Map.entry("schedule", ScheduleCommand.class),
            Map.entry("mcp", McpCommand.class),
            Map.entry("validate", ValidateCommand.class),
            Map.entry("agents", AgentsCommand.class),
            Map.entry("accounts", AccountsCommand.class),
            Map.entry("log", LogCommand.class),
            Map.entry("hooks", HooksCommand.class),
            Map.entry("events", EventsCommand.class),
            Map.entry("doctor", DoctorCommand.class),
            Map.entry("gc", GcCommand.class),
            Map.entry("token", TokenCommand.class),
            Map.entry("audit", AuditCommand.class),
            Map.entry("up", UpCommand.class),
            Map.entry("down", DownCommand.class),
            Map.entry("ui", UiCommand.class),
            Map.entry("env", EnvCommand.class),
            Map.entry("completion", CompletionCommand.class));

    private static final Set<String> WITHOUT_GATEWAY = Set.of(
            "init", "mcp", "validate", "agents", "log", "hooks", "doctor", "up", "down", "ui", "env", "completion");

    private Commands() {}

    static Map<String, Class<?>> all() {
        Map<String, Class<?>> commands = new LinkedHashMap<>();
        ALL.forEach(entry -> commands.put(entry.getKey(), entry.getValue()));
        return commands;
    }

    /** Whether the first word names a command that starts with a gateway call. */
    static boolean callsGateway(List<String> arguments) {
        return !arguments.isEmpty()
                && all().containsKey(arguments.getFirst())
                && !WITHOUT_GATEWAY.contains(arguments.getFirst());
    }

    /**
     * The commands to register. Describing a command to picocli takes longer than most of them run, so if the first
     * word names one, the others are left out.
     */
    static Map<String, Class<?>> wanted(List<String> arguments) {
        Map<String, Class<?>> commands = all();
        if (!arguments.isEmpty() && !arguments.getFirst().equals("completion")) {
            Class<?> named = commands.get(arguments.getFirst());
            return named == null ? commands : Map.of(arguments.getFirst(), named);
        }
        return commands;
    }
}
