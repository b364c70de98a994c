package dev.pawl.cli.command.option;

import picocli.CommandLine.Parameters;

/** The parameter that names a plan. */
public final class PlanParameter {
    @Parameters(
            index = "0",
            paramLabel = "PLAN",
            description = "The plan's id, a unique prefix of it, or 'last' for the newest plan.")
    private String id;

    public String id() {
        return id;
    }
}
