package dev.pawl.cli.command.plan;

import dev.pawl.api.v1.Plan;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.local.Home;
import dev.pawl.cli.planreport.PlanFigures;
import dev.pawl.cli.planreport.PlanFiguresReport;
import dev.pawl.cli.planreport.PlanPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The page that a watched plan leaves in Pawl's home when it ends: one for each plan, and none without a home. */
final class PlanReportFile {
    private PlanReportFile() {}

    /** Says how fast the plan was, and where the page is. A page that cannot be written changes nothing for the plan. */
    static void leave(Context context, Plan plan, PlanFigures figures) {
        context.terminal().say(PlanFiguresReport.speed(figures));
        Path reports = Home.of(context).reports();
        Path page = reports.resolve(fileName(plan.getId()));
        if (!Files.isDirectory(Home.of(context).directory())) {
            context.terminal().say("report: pawl plan report %s -o html -O report.html".formatted(plan.getId()));
            return;
        }
        try {
            Files.createDirectories(reports);
            Files.writeString(page, PlanPage.of(plan, figures));
            context.terminal().say("report: " + page);
        } catch (IOException e) {
            context.terminal().say("no report in %s: %s; pawl plan report %s".formatted(page, e, plan.getId()));
        }
    }

    /** Whatever characters a gateway lets into ids, it is a name within the directory. */
    private static String fileName(String planId) {
        return planId.replaceAll("[^A-Za-z0-9_-]", "_") + ".html";
    }
}
