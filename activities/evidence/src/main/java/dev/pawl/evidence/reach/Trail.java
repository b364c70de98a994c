package dev.pawl.evidence.reach;

import dev.pawl.evidence.tree.FileTree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Follows what checks start through the files of the base, each text once, within limits. */
final class Trail {
    private static final int MAX_DEPTH = 12;
    private static final int MAX_CALLS = 5_000;

    /** A larger file is no hand-written script. */
    private static final int MAX_FILE = ShellText.MAX_LENGTH;

    private final FileTree base;
    private final Place start;
    private final SortedMap<String, String> files = new TreeMap<>();
    private final Map<String, Set<String>> scripts = new TreeMap<>();
    private final Map<String, List<String>> started = new TreeMap<>();
    private final Map<String, List<String>> shown = new TreeMap<>();
    private final Set<List<String>> followed = new HashSet<>();
    private String check = "";
    private int calls;
    private boolean doubt;

    /** @param start where checks start */
    Trail(FileTree base, Place start) {
        this.base = base;
        this.start = start;
    }

    SortedMap<String, String> files() {
        return files;
    }

    /** Names of the scripts that checks start, by the path of a {@code package.json}. */
    Map<String, Set<String>> scripts() {
        return scripts;
    }

    /** The programs that it starts, with their arguments, by the name of a check. */
    Map<String, List<String>> started() {
        return started;
    }

    /** Like {@link #started}, but only programs that always run and whose output is part of the check's. */
    Map<String, List<String>> shown() {
        return shown;
    }

    FileTree base() {
        return base;
    }

    void check(String name, String command) {
        check = name;
        // Another check may start the same text.
        followed.clear();
        shell(command, start, start, "check '%s'".formatted(name), 0);
    }

    void starts(Call call) {
        String run = String.join(" ", call.words());
        started.computeIfAbsent(check, name -> new ArrayList<>()).add(run);
        if (!doubt) {
            shown.computeIfAbsent(check, name -> new ArrayList<>()).add(run);
        }
    }

    /** Follows a shell text. */
    void shell(String text, Place place, Place script, String why, int depth) {
        if (depth > MAX_DEPTH || !followed.add(List.of(text, place.path()))) {
            return;
        }
        boolean outer = doubt;
        doubt = outer || ShellDoubt.about(text);
        Place at = place;
        for (List<String> words : ShellText.commands(text, script.word())) {
            Call call = new Call(words, at, why, depth);
            if (call.program().equals("cd") || call.program().equals("pushd")) {
                at = call.arguments().stream()
                        .filter(word -> !word.startsWith("-"))
                        .findFirst()
                        .flatMap(at::in)
                        .orElse(at);
            } else {
                follow(call);
            }
        }
        doubt = outer;
    }

    void follow(Call call) {
        if (calls++ < MAX_CALLS && call.depth() <= MAX_DEPTH) {
            Programs.follow(call, this);
        }
    }

    /** The file that a word of a command names; empty if the base does not have it. */
    Optional<String> file(Place place, String word) {
        return place.resolve(word).filter(base::has);
    }

    /** @return whether the base has the file, which then belongs to the check */
    boolean own(String path, String why) {
        if (!base.has(path)) {
            return false;
        }
        files.putIfAbsent(path, why);
        return true;
    }

    void own(Call call, String word) {
        file(call.place(), word).ifPresent(path -> own(path, call.why()));
    }

    /** All files below a place whose relative path matches. */
    void ownAll(Place place, Predicate<String> fits, String why) {
        String prefix = place.path().isEmpty() ? "" : place.path() + "/";
        base.files().stream()
                .filter(path -> path.startsWith(prefix) && fits.test(path.substring(prefix.length())))
                .forEach(path -> files.putIfAbsent(path, why));
    }

    void script(String packageJson, String name) {
        scripts.computeIfAbsent(packageJson, file -> new TreeSet<>()).add(name);
    }

    /** The content of a text file of the base; empty if it is binary, too large or missing. */
    Optional<String> text(String path) {
        byte[] bytes = base.has(path) ? base.content(path) : null;
        if (bytes == null || bytes.length > MAX_FILE) {
            return Optional.empty();
        }
        for (byte one : bytes) {
            if (one == 0) {
                return Optional.empty();
            }
        }
        return Optional.of(base.text(path));
    }

    /** The nearest of these files, in a place or above it. */
    Optional<String> nearest(Place place, List<String> names) {
        Place at = place;
        while (true) {
            for (String name : names) {
                if (base.has(at.file(name))) {
                    return Optional.of(at.file(name));
                }
            }
            if (at.path().isEmpty()) {
                return Optional.empty();
            }
            at = Place.of(at.path());
        }
    }
}
