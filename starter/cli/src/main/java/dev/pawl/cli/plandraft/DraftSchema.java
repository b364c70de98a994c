package dev.pawl.cli.plandraft;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.pawl.cli.document.Json;
import dev.pawl.cli.planfile.PlanSchema;
import java.io.IOException;
import java.util.List;

/** The JSON Schema of drafts: that of plan files, with the keys of drafts only. */
final class DraftSchema {
    private DraftSchema() {}

    static String text() throws IOException {
        JsonObject schema = JsonParser.parseString(PlanSchema.text()).getAsJsonObject();
        schema.remove("$schema");
        schema.add("required", words(List.of("packages")));
        properties(schema).keySet().retainAll(DraftKeys.PLAN);
        properties(properties(schema).getAsJsonObject("limits")).keySet().retainAll(DraftKeys.LIMITS);
        properties(schema).getAsJsonObject("limits").remove("description");
        JsonObject definitions = schema.getAsJsonObject("$defs");
        definitions.remove("wait");
        JsonObject each = definitions.getAsJsonObject("package");
        each.remove("oneOf");
        each.add("required", words(List.of("id", "prompt", "owns")));
        properties(each).keySet().retainAll(DraftKeys.PACKAGE);
        for (JsonElement form :
                definitions.getAsJsonObject("checks").getAsJsonObject("items").getAsJsonArray("anyOf")) {
            if (form.getAsJsonObject().has("properties")) {
                properties(form.getAsJsonObject()).keySet().retainAll(DraftKeys.CHECK);
            }
        }
        return Json.line(schema);
    }

    private static JsonObject properties(JsonObject of) {
        return of.getAsJsonObject("properties");
    }

    private static JsonArray words(List<String> words) {
        JsonArray array = new JsonArray();
        words.forEach(array::add);
        return array;
    }
}
