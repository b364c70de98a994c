package dev.pawl.cli.command.planfile;

import com.google.gson.JsonObject;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.plan.Forecast;
import dev.pawl.cli.plan.OwnershipMatrix;
import dev.pawl.cli.plan.PlanOverview;
import dev.pawl.cli.plan.PlanOverviewDocument;
import dev.pawl.cli.planfile.PlanFile;
import dev.pawl.cli.planfile.RepositoryFiles;
import java.io.IOException;
import java.util.List;

/** The overview of a valid plan: as lines for people, or as a document. */
public final class ValidPlan {
    private final PlanFile plan;
    private final Forecast forecast;
    private final OwnershipMatrix matrix;

    public ValidPlan(PlanFile plan) throws IOException {
        RepositoryFiles found = RepositoryFiles.read(plan.repository());
        this.plan = plan;
        this.forecast = Forecast.of(plan);
        this.matrix = OwnershipMatrix.of(plan, found == null ? RepositoryFiles.of(List.of()) : found);
    }

    public List<String> lines(Context context) {
        return new PlanOverview(
                        plan,
                        forecast,
                        matrix,
                        context.terminal().width(),
                        context.terminal().outStyle())
                .lines();
    }

    public JsonObject document() {
        return PlanOverviewDocument.of(plan, forecast, matrix);
    }
}
