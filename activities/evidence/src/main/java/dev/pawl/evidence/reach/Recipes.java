package dev.pawl.evidence.reach;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Task runners whose files contain named commands: just, Task, tox and nox. */
final class Recipes {
    private static final List<String> JUSTFILES = List.of("justfile", "Justfile", ".justfile");
    private static final List<String> TASKFILES =
            List.of("Taskfile.yml", "taskfile.yml", "Taskfile.yaml", "taskfile.yaml", "Taskfile.dist.yml");
    private static final Pattern RECIPE = Pattern.compile("@?([A-Za-z_][\\w-]*)\\b([^:=]*):(?!=)\\s*([^#]*).*");
    private static final Pattern TASK = Pattern.compile("  ([\\w:.-]+):\\s*(.*)");
    private static final Pattern OTHER_TASK = Pattern.compile("(?:-\\s+)?task:\\s*(\\S+)");
    private static final Pattern TOX_COMMANDS = Pattern.compile("commands(?:_pre|_post)?\\s*=\\s*(.*)");
    private static final Pattern NOX_RUN = Pattern.compile("\\bsession\\.run(?:_always)?\\s*\\(([^)]*)\\)");
    private static final Pattern NOX_WORD = Pattern.compile("^\\s*[\"']([^\"']*)[\"']\\s*$");
    private static final Pattern TASK_COMMAND = Pattern.compile("\\s*(?:-\\s+)?(?:cmd:\\s*)?(.+)");

    private record Recipe(List<String> needs, List<String> lines) {}

    private Recipes() {}

    static void just(Call call, Trail trail) {
        trail.nearest(call.place(), JUSTFILES).ifPresent(file -> {
            trail.own(file, call.why());
            Map<String, Recipe> recipes = new LinkedHashMap<>();
            Recipe open = null;
            for (String line :
                    trail.text(file).orElse("").replace("\\\n", " ").lines().toList()) {
                Matcher recipe = RECIPE.matcher(line);
                if (!line.isBlank() && Character.isWhitespace(line.charAt(0))) {
                    if (open != null) {
                        open.lines().add(line.strip().replaceFirst("^[@-]+", ""));
                    }
                } else if (recipe.matches()) {
                    open = new Recipe(
                            List.of(recipe.group(3)
                                    .replaceAll("[()&]", " ")
                                    .strip()
                                    .split("\\s+")),
                            new ArrayList<>());
                    recipes.put(recipe.group(1), open);
                }
            }
            List<String> first = recipes.keySet().stream().limit(1).toList();
            follow(asked(call, recipes, first), recipes, call.in(Place.of(file)), trail);
        });
    }

    static void task(Call call, Trail trail) {
        trail.nearest(call.place(), TASKFILES).ifPresent(file -> {
            trail.own(file, call.why());
            Map<String, Recipe> recipes = new LinkedHashMap<>();
            Recipe open = null;
            for (String line : trail.text(file).orElse("").lines().toList()) {
                Matcher task = TASK.matcher(line);
                if (task.matches()) {
                    open = new Recipe(new ArrayList<>(), new ArrayList<>());
                    recipes.put(task.group(1), open);
                    taskLine(task.group(2), open);
                } else if (open != null && line.startsWith("   ")) {
                    taskLine(line, open);
                }
            }
            follow(asked(call, recipes, List.of("default")), recipes, call.in(Place.of(file)), trail);
        });
    }

    private static void taskLine(String line, Recipe recipe) {
        String text = line.strip();
        Matcher other = OTHER_TASK.matcher(text);
        if (other.matches()) {
            recipe.needs().add(other.group(1));
        } else if (text.startsWith("deps:")) {
            recipe.needs()
                    .addAll(List.of(text.substring("deps:".length())
                            .replaceAll("[\\[\\],\"']", " ")
                            .strip()
                            .split("\\s+")));
        } else if (text.startsWith("- ") || text.startsWith("cmd:")) {
            Matcher command = TASK_COMMAND.matcher(text);
            if (command.matches()) {
                recipe.lines().add(unquoted(command.group(1)));
                recipe.needs().add(unquoted(command.group(1)));
            }
        } else if (!text.matches("[\\w-]+:.*")) {
            recipe.lines().add(text);
        }
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() > 1
                && "\"'".indexOf(text.charAt(0)) >= 0
                && text.charAt(0) == text.charAt(text.length() - 1);
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    /** All environments of the file, since it depends on the host which of them exist. */
    static void tox(Call call, Trail trail) {
        for (String file : List.of("tox.ini", "setup.cfg", "tox.toml", "pyproject.toml")) {
            trail.file(call.place(), file).ifPresent(path -> {
                boolean commands = false;
                for (String line :
                        trail.text(path).orElse("").replace("\\\n", " ").lines().toList()) {
                    Matcher key = TOX_COMMANDS.matcher(line.strip());
                    if (key.matches()) {
                        commands = true;
                        command(key.group(1), call, path, trail);
                    } else if (commands && !line.isBlank() && Character.isWhitespace(line.charAt(0))) {
                        command(line, call, path, trail);
                    } else {
                        commands = false;
                    }
                }
            });
        }
    }

    /** All sessions, since options of the command and of the file select among them. */
    static void nox(Call call, Trail trail) {
        trail.file(call.place(), call.option("-f", "--noxfile").orElse("noxfile.py"))
                .ifPresent(file -> {
                    trail.own(file, call.why());
                    Matcher run = NOX_RUN.matcher(trail.text(file).orElse(""));
                    while (run.find()) {
                        List<String> words = new ArrayList<>();
                        for (String argument : run.group(1).split(",", -1)) {
                            Matcher word = NOX_WORD.matcher(argument);
                            if (word.matches()) {
                                words.add(word.group(1));
                            }
                        }
                        if (!words.isEmpty()) {
                            trail.follow(new Call(words, call.place(), call.why() + " → " + file, call.depth() + 1));
                        }
                    }
                });
    }

    private static void command(String line, Call call, String path, Trail trail) {
        String command = line.replace("{toxinidir}", Place.of(path).word())
                .replaceAll("\\{[^}]*}", " ")
                .strip();
        trail.shell(
                command.replaceFirst("^-\\s+", ""),
                call.place(),
                call.place(),
                call.why() + " → " + path,
                call.depth() + 1);
    }

    private static List<String> asked(Call call, Map<String, Recipe> recipes, List<String> otherwise) {
        List<String> named =
                call.arguments().stream().filter(recipes::containsKey).toList();
        return named.isEmpty() ? otherwise : named;
    }

    private static void follow(List<String> asked, Map<String, Recipe> recipes, Call call, Trail trail) {
        Set<String> seen = new HashSet<>();
        List<String> open = new ArrayList<>(asked);
        while (!open.isEmpty()) {
            String name = open.removeFirst();
            Recipe recipe = recipes.get(name);
            if (recipe != null && seen.add(name)) {
                open.addAll(recipe.needs());
                trail.shell(
                        String.join("\n", recipe.lines()),
                        call.place(),
                        call.place(),
                        "%s → '%s'".formatted(call.why(), name),
                        call.depth() + 1);
            }
        }
    }
}
