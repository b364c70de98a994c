package dev.pawl.evidence.reach;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Aliases of Cargo, and packages of the workspace that only check others ({@code cargo xtask}). */
final class Cargo {
    private static final List<String> CONFIGURATION = List.of(".cargo/config.toml", ".cargo/config");

    private Cargo() {}

    static void run(Call call, Trail trail) {
        List<String> words =
                call.arguments().stream().filter(word -> !word.startsWith("+")).toList();
        if (words.isEmpty()) {
            return;
        }
        String command = words.getFirst();
        if (command.equals("run") || command.equals("r")) {
            call.option("-p", "--package").ifPresent(name -> program(name, call, trail));
            return;
        }
        trail.nearest(call.place(), CONFIGURATION).ifPresent(file -> alias(command, file, trail, call));
    }

    private static void alias(String name, String file, Trail trail, Call call) {
        Matcher alias = Pattern.compile(
                        "(?m)^\\s*[\"']?" + Pattern.quote(name) + "[\"']?\\s*=\\s*(\\[[^\\]]*]|\"[^\"]*\")")
                .matcher(trail.text(file).orElse(""));
        if (alias.find()) {
            trail.own(file, call.why());
            List<String> words = new ArrayList<>(List.of("cargo"));
            words.addAll(List.of(
                    alias.group(1).replaceAll("[\\[\\]\",]", " ").strip().split("\\s+")));
            trail.follow(new Call(words, call.place(), call.why() + " → alias '" + name + "'", call.depth() + 1));
        }
    }

    /** A separate program, and not the package that is checked. */
    private static void program(String name, Call call, Trail trail) {
        Pattern declared = Pattern.compile("(?m)^\\s*name\\s*=\\s*\"" + Pattern.quote(name) + "\"");
        trail.base().files().stream()
                .filter(path -> path.endsWith("/Cargo.toml"))
                .filter(path -> declared.matcher(trail.text(path).orElse("")).find())
                .map(Place::of)
                .toList()
                .forEach(place -> trail.ownAll(place, path -> true, call.why()));
    }
}
