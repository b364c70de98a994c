package dev.pawl.cli.plan;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.pawl.cli.document.Json;
import dev.pawl.cli.planfile.PlanFile;
import java.util.BitSet;
import java.util.List;

/** A valid plan, as JSON. */
public final class PlanOverviewDocument {
    private PlanOverviewDocument() {}

    public static JsonObject of(PlanFile plan, Forecast forecast, OwnershipMatrix matrix) {
        JsonObject json = new JsonObject();
        json.addProperty("title", plan.title());
        json.addProperty("repository", plan.repository().toString());
        json.addProperty("slots", forecast.slots());
        json.add("packages", Json.array(plan.packages(), each -> {
            JsonObject one = new JsonObject();
            one.addProperty("id", each.id());
            one.addProperty("title", each.task().title());
            one.add("needs", Json.texts(each.needs()));
            one.add("owns", Json.texts(each.task().owns()));
            one.add("may_touch", Json.texts(each.mayTouch()));
            return one;
        }));
        json.add("levels", Json.array(forecast.levels(), Json::texts));
        json.add("critical_path", Json.texts(forecast.criticalPath()));
        json.addProperty("estimated_packages", forecast.estimated());
        json.addProperty("critical_path_ms", forecast.criticalTime().toMillis());
        json.addProperty("work_ms", forecast.work().toMillis());
        json.addProperty("lower_bound_ms", forecast.lowerBound().toMillis());
        json.add("ownership", rows(plan, matrix));
        json.addProperty("unowned_files", matrix.unowned());
        return json;
    }

    private static JsonArray rows(PlanFile plan, OwnershipMatrix matrix) {
        return Json.array(matrix.rows(), row -> {
            JsonObject one = new JsonObject();
            one.addProperty("path", row.path());
            one.addProperty("files", row.files());
            one.add("owners", Json.texts(ids(plan, row.owners())));
            one.add("may_touch", Json.texts(ids(plan, row.others())));
            return one;
        });
    }

    private static List<String> ids(PlanFile plan, BitSet packages) {
        return packages.stream()
                .mapToObj(plan.packages()::get)
                .map(each -> each.id())
                .toList();
    }
}
