package dev.pawl.cli.planimport;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One package of the source, as keys of a plan file. */
final class ImportedPackage {
    /** What follows a path, such as {@code  (lines 10-20)}. */
    private static final Pattern REMARK = Pattern.compile("\\s+\\(.*\\)$");

    private static final Pattern NUMBER =
            Pattern.compile("(\\d{1,4}(?:\\.\\d{1,3})?)(?:\\s*-\\s*(\\d{1,4}(?:\\.\\d{1,3})?))?.*");
    private static final Map<String, Integer> PRIORITIES =
            Map.of("critical", 1, "highest", 1, "high", 3, "medium", 5, "normal", 5, "low", 7, "lowest", 9);
    private static final Pattern LEVEL = Pattern.compile("p?(\\d)", Pattern.CASE_INSENSITIVE);

    private final String id;
    private final Fields fields;
    private final List<String> notes;
    private final Map<String, Object> keys = new LinkedHashMap<>();
    private final Set<String> owns = new LinkedHashSet<>();

    ImportedPackage(String id, Fields fields, List<String> notes) {
        this.id = id;
        this.fields = fields;
        this.notes = notes;
    }

    String id() {
        return id;
    }

    /** Reads everything except for what other parts of the source say about it. */
    void read(PackageIds ids) {
        keys.put("id", id);
        fields.text("title", "name").ifPresent(title -> keys.put("title", shortened(title)));
        put("needs", needs(ids));
        owns.addAll(paths("files_to_modify"));
        List<String> created = paths("files_to_create");
        owns.addAll(created);
        put("files", created);
        priority();
        estimate();
        fields.text("role").ifPresent(role -> keys.put("labels", List.of(role)));
        List<String> issues = fields.texts("issues_fixed", "issues");
        put("issues", issues);
        keys.put("prompt", prompt(issues));
        fields.unread().forEach(name -> notes.add("%s: '%s' has no counterpart".formatted(id, name)));
    }

    private static String shortened(String title) {
        String line = title.lines().findFirst().orElse("");
        return line.length() <= 200 ? line : line.substring(0, 199) + "…";
    }

    private List<String> needs(PackageIds ids) {
        List<String> needs = new ArrayList<>();
        for (String given : fields.texts("dependencies", "depends_on")) {
            Optional<String> known = ids.find(given);
            known.ifPresentOrElse(
                    needs::add, () -> notes.add("%s: depends on '%s', which is no package".formatted(id, given)));
        }
        return needs;
    }

    private List<String> paths(String name) {
        List<String> paths = new ArrayList<>();
        for (String given : fields.texts(name)) {
            String path = REMARK.matcher(given).replaceFirst("");
            path = path.startsWith("./") ? path.substring(2) : path;
            if (path.startsWith("/")
                    || path.startsWith("~")
                    || List.of(path.split("/")).contains("..")) {
                notes.add("%s: '%s' is no path of the repository".formatted(id, given));
            } else {
                paths.add(path);
            }
        }
        return paths;
    }

    private void priority() {
        fields.text("priority").ifPresent(given -> {
            Matcher level = LEVEL.matcher(given);
            Integer priority =
                    level.matches() ? Integer.valueOf(level.group(1)) : PRIORITIES.get(given.toLowerCase(Locale.ROOT));
            if (priority == null) {
                notes.add("%s: priority '%s' is not known".formatted(id, given));
            } else {
                keys.put("priority", priority);
            }
        });
    }

    private void estimate() {
        fields.text("estimated_hours").ifPresent(given -> {
            Matcher hours = NUMBER.matcher(given);
            if (!hours.matches()) {
                notes.add("%s: '%s' is no number of hours".formatted(id, given));
                return;
            }
            String most = hours.group(2) == null ? hours.group(1) : hours.group(2);
            long minutes = Math.max(1, Math.round(Double.parseDouble(most) * 60));
            keys.put("estimate", minutes % 60 == 0 ? minutes / 60 + "h" : minutes + "m");
        });
    }

    /** All that the source says about the work, as text. */
    private String prompt(List<String> issues) {
        StringBuilder prompt = new StringBuilder(String.valueOf(keys.getOrDefault("title", id)));
        fields.text("description", "objective", "prompt")
                .ifPresent(text -> prompt.append("\n\n").append(text));
        list(prompt, "What to do", fields.texts("tasks", "steps", "changes"));
        list(prompt, "It is done when", fields.texts("acceptance_criteria", "success_criteria", "deliverables"));
        list(prompt, "Findings to settle", issues);
        fields.text("notes").ifPresent(text -> prompt.append("\n\n").append(text));
        return prompt.append('\n').toString();
    }

    private static void list(StringBuilder prompt, String heading, List<String> items) {
        if (!items.isEmpty()) {
            prompt.append("\n\n").append(heading).append(":\n- ").append(String.join("\n- ", items));
        }
    }

    private void put(String key, List<String> values) {
        if (!values.isEmpty()) {
            keys.put(key, List.copyOf(values));
        }
    }

    /** The ownership matrix of the source gives it a path. */
    void own(String path) {
        if (owns.add(path)) {
            notes.add("%s: owns '%s' by the matrix, though its own lists do not name it".formatted(id, path));
        }
    }

    Map<String, Object> keys() {
        Map<String, Object> all = new LinkedHashMap<>(keys);
        if (owns.isEmpty()) {
            notes.add("%s: names no file, so it may change all of them; give it 'owns'".formatted(id));
        } else {
            all.put("owns", List.copyOf(owns));
        }
        return all;
    }
}
