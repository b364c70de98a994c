package dev.pawl.cli.planimport;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/**
 * A plan file made of a work breakdown in JSON: {@code work_packages} with their files and dependencies, {@code
 * file_ownership_matrix} and {@code quality_gates}.
 */
public final class PlanImport {
    private static final DumpSettings BLOCK = DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setWidth(100)
            .build();

    private final List<String> notes = new ArrayList<>();
    private final List<ImportedPackage> packages = new ArrayList<>();
    private final PackageIds ids = new PackageIds();
    private final Map<String, Object> plan = new LinkedHashMap<>();

    private PlanImport() {}

    /**
     * @param yaml the plan file
     * @param packages their number
     * @param notes what was not taken over, or only by a guess, one line each
     */
    public record Result(String yaml, int packages, List<String> notes) {
        public Result {
            notes = List.copyOf(notes);
        }
    }

    /**
     * @param repository and agent of the plan, which the source does not name
     * @throws IllegalArgumentException if the source has no work packages
     */
    public static Result of(JsonObject source, String repository, String agent) {
        return new PlanImport().read(new Fields(source), repository, agent);
    }

    private Result read(Fields source, String repository, String agent) {
        source.text("title", "name", "project", "project_name").ifPresent(title -> plan.put("title", title));
        plan.put("repository", repository);
        plan.put("agent", agent);
        packages(source);
        source.take("file_ownership_matrix").ifPresent(this::matrix);
        source.take("quality_gates").ifPresent(this::gates);
        source.unread().forEach(name -> notes.add("'%s' has no counterpart".formatted(name)));
        plan.put("packages", packages.stream().map(ImportedPackage::keys).toList());
        return new Result(new Dump(BLOCK).dumpToString(plan), packages.size(), notes);
    }

    private void packages(Fields source) {
        List<JsonObject> items = source.take("work_packages").filter(JsonElement::isJsonArray).stream()
                .flatMap(array -> array.getAsJsonArray().asList().stream())
                .filter(JsonElement::isJsonObject)
                .map(JsonElement::getAsJsonObject)
                .toList();
        if (items.isEmpty()) {
            throw new IllegalArgumentException("no 'work_packages', a list of objects");
        }
        for (JsonObject item : items) {
            Fields fields = new Fields(item);
            String given = fields.text("package_id", "id").orElse("");
            String id = ids.add(given, packages.size() + 1);
            if (!id.equals(given)) {
                notes.add("package '%s' is called '%s'".formatted(given, id));
            }
            packages.add(new ImportedPackage(id, fields, notes));
        }
        packages.forEach(each -> each.read(ids));
    }

    /** By path or by package: both are in use. */
    private void matrix(JsonElement matrix) {
        if (!matrix.isJsonObject()) {
            notes.add("'file_ownership_matrix' is no object");
            return;
        }
        for (Map.Entry<String, JsonElement> entry : matrix.getAsJsonObject().entrySet()) {
            Optional<ImportedPackage> named = find(entry.getKey());
            if (named.isPresent()) {
                Fields.texts(entry.getValue()).forEach(named.get()::own);
                continue;
            }
            List<String> owners = owners(entry.getValue());
            for (String owner : owners) {
                find(owner)
                        .ifPresentOrElse(
                                each -> each.own(entry.getKey()),
                                () -> notes.add("the matrix gives '%s' to '%s', which is no package"
                                        .formatted(entry.getKey(), owner)));
            }
            if (owners.size() > 1) {
                notes.add("'%s' has several owners: %s; all but one have to need each other"
                        .formatted(entry.getKey(), String.join(", ", owners)));
            }
        }
    }

    private static List<String> owners(JsonElement value) {
        return value.isJsonObject()
                ? new Fields(value.getAsJsonObject()).texts("owner", "owners", "package_id", "package")
                : Fields.texts(value);
    }

    private Optional<ImportedPackage> find(String given) {
        return ids.find(given)
                .flatMap(id ->
                        packages.stream().filter(each -> each.id().equals(id)).findFirst());
    }

    private void gates(JsonElement gates) {
        List<Map<String, Object>> checks = new ArrayList<>();
        gate("", gates, checks);
        if (!checks.isEmpty()) {
            plan.put("checks", checks);
        }
    }

    /** Only a command can be checked. */
    private void gate(String name, JsonElement gate, List<Map<String, Object>> checks) {
        if (gate.isJsonArray()) {
            gate.getAsJsonArray().forEach(item -> gate(name, item, checks));
        } else if (gate.isJsonObject()) {
            Fields fields = new Fields(gate.getAsJsonObject());
            Optional<String> command = fields.text("command", "run", "cmd");
            if (command.isPresent()) {
                Map<String, Object> check = new LinkedHashMap<>();
                fields.text("name", "title").ifPresent(given -> check.put("name", given));
                check.put("run", command.get());
                checks.add(check);
            } else {
                gate.getAsJsonObject().asMap().forEach((key, value) -> gate(key, value, checks));
            }
        } else if (!gate.isJsonNull()) {
            String where = name.isEmpty() ? "" : " of '" + name + "'";
            notes.add("quality gate%s is no command: %s; write a check for it".formatted(where, gate.getAsString()));
        }
    }
}
