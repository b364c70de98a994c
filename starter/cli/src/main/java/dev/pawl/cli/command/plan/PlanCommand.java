package dev.pawl.cli.command.plan;

import dev.pawl.cli.command.plandraft.PlanDraftCommand;
import dev.pawl.cli.command.planfile.PlanImportCommand;
import dev.pawl.cli.command.planfile.PlanSchemaCommand;
import dev.pawl.cli.command.planfile.PlanValidateCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "plan",
        subcommands = {
            PlanRunCommand.class,
            PlanSubmitCommand.class,
            PlanWatchCommand.class,
            PlanStatusCommand.class,
            PlanReportCommand.class,
            PlanListCommand.class,
            PlanPauseCommand.class,
            PlanResumeCommand.class,
            PlanInstructCommand.class,
            PlanAnswerCommand.class,
            PlanAddCommand.class,
            PlanReviseCommand.class,
            PlanDropCommand.class,
            PlanStopCommand.class,
            PlanCancelCommand.class,
            PlanDraftCommand.class,
            PlanValidateCommand.class,
            PlanImportCommand.class,
            PlanSchemaCommand.class
        },
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Run packages of work side by side, and merge what is proven.",
            "A plan file names the packages, what each needs, and the paths it owns. docs/plans.md explains it."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  pawl plan draft \"what to do\"    let an agent write plan.yaml",
            "  pawl plan validate plan.yaml    levels, critical path, who owns what",
            "  pawl plan run plan.yaml         run it and watch it to its end",
            "  pawl plan status last"
        })
public final class PlanCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command on plans?");
    }
}
