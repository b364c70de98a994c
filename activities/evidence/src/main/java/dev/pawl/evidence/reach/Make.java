package dev.pawl.evidence.reach;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recipes of makefiles for the targets that a check names, and for their prerequisites. Functions are not evaluated.
 */
final class Make {
    private static final List<String> NAMES = List.of("GNUmakefile", "makefile", "Makefile");
    private static final Pattern ASSIGNMENT =
            Pattern.compile("(?:export\\s+|override\\s+)?([\\w.-]+)\\s*(?::{0,3}=|\\?=|\\+=)\\s*(.*)");
    private static final Pattern RULE = Pattern.compile("([^\\t#=][^=#]*?)\\s*::?(?!=)\\s*([^;]*)(?:;(.*))?");
    private static final Pattern INCLUDE = Pattern.compile("-?s?include\\s+(.+)");
    private static final Pattern VARIABLE = Pattern.compile("\\$[({]([\\w.-]+)[)}]");
    private static final Set<String> WITH_VALUE =
            Set.of("-C", "-f", "-j", "-l", "-o", "-W", "-I", "--directory", "--file");
    private static final int MAX_EXPANSIONS = 8;

    private record Rule(List<String> needs, List<String> recipe) {}

    private final Trail trail;
    private final Map<String, Rule> rules = new LinkedHashMap<>();
    private final Map<String, String> variables = new HashMap<>();
    private final Set<String> read = new HashSet<>();

    Make(Trail trail) {
        this.trail = trail;
    }

    void run(Call call) {
        Place place = call.option("-C", "--directory").flatMap(call.place()::in).orElse(call.place());
        Optional<String> file = call.option("-f", "--file", "--makefile")
                .flatMap(name -> trail.file(place, name))
                .or(() -> NAMES.stream()
                        .map(place::file)
                        .filter(trail.base()::has)
                        .findFirst());
        if (file.isEmpty()) {
            return;
        }
        variables.put("MAKE", "make");
        variables.put("CURDIR", place.word());
        variables.put("SHELL", "sh");
        read(file.get(), place, call.why());
        List<String> targets = targets(call.arguments());
        String first = variables.getOrDefault(
                ".DEFAULT_GOAL",
                rules.keySet().stream()
                        .filter(name -> !name.startsWith("."))
                        .findFirst()
                        .orElse(""));
        (targets.isEmpty() ? List.of(first) : targets)
                .forEach(target -> follow(target, new HashSet<>(), call.in(place)));
    }

    private List<String> targets(List<String> words) {
        List<String> targets = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            int equals = word.indexOf('=');
            if (WITH_VALUE.contains(word)) {
                i++;
            } else if (equals > 0 && !word.startsWith("-")) {
                variables.put(word.substring(0, equals), word.substring(equals + 1));
            } else if (!word.startsWith("-")) {
                targets.add(word);
            }
        }
        return targets;
    }

    private void read(String file, Place place, String why) {
        if (!read.add(file) || !trail.own(file, why)) {
            return;
        }
        List<String> targets = List.of();
        for (String line :
                trail.text(file).orElse("").replace("\\\n", " ").lines().toList()) {
            if (line.startsWith("\t")) {
                targets.forEach(target -> rule(target).recipe().add(line.strip()));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                targets = statement(line.strip(), file, place, why, targets);
            }
        }
    }

    private List<String> statement(String line, String file, Place place, String why, List<String> before) {
        Matcher include = INCLUDE.matcher(line);
        if (include.matches()) {
            for (String name : words(include.group(1))) {
                trail.file(place, name).ifPresent(found -> read(found, place, why + " → " + file));
            }
            return List.of();
        }
        Matcher assignment = ASSIGNMENT.matcher(line);
        if (assignment.matches()) {
            String added = line.contains("+=") ? variables.getOrDefault(assignment.group(1), "") + " " : "";
            variables.put(assignment.group(1), added + assignment.group(2).strip());
            return before;
        }
        Matcher rule = RULE.matcher(line);
        if (!rule.matches()) {
            return before;
        }
        List<String> targets = words(rule.group(1));
        for (String target : targets) {
            Rule known = rule(target);
            known.needs().addAll(words(rule.group(2).replace("|", " ")));
            if (rule.group(3) != null) {
                known.recipe().add(rule.group(3).strip());
            }
        }
        return targets;
    }

    private Rule rule(String target) {
        return rules.computeIfAbsent(target, name -> new Rule(new ArrayList<>(), new ArrayList<>()));
    }

    private void follow(String target, Set<String> under, Call call) {
        Rule rule = rules.get(target);
        if (rule == null || !under.add(target)) {
            return;
        }
        rule.needs().forEach(need -> follow(need, under, call));
        for (String line : rule.recipe()) {
            String command = expanded(line.replaceFirst("^[@+\\s-]+", "")).replace("$$", "$");
            trail.shell(
                    command,
                    call.place(),
                    call.place(),
                    "%s → target '%s'".formatted(call.why(), target),
                    call.depth() + 1);
        }
    }

    private List<String> words(String text) {
        return List.of(expanded(text).strip().split("\\s+")).stream()
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private String expanded(String text) {
        String now = text;
        for (int i = 0; i < MAX_EXPANSIONS && now.length() < ShellText.MAX_LENGTH; i++) {
            String next = VARIABLE.matcher(now).replaceAll(found -> {
                String value = variables.get(found.group(1));
                return Matcher.quoteReplacement(value == null ? found.group() : value);
            });
            if (next.equals(now)) {
                break;
            }
            now = next;
        }
        return now;
    }
}
