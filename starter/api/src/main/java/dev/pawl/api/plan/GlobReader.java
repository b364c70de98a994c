package dev.pawl.api.plan;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Builds the automaton of a pattern, as gitignore files define it for a pattern that begins with a slash. */
final class GlobReader {
    private static final Pattern ONLY_STARS = Pattern.compile("\\*+");

    private final Automaton automaton = new Automaton();
    private final boolean below;

    private GlobReader(boolean below) {
        this.below = below;
    }

    /** @param below whether a match covers everything below it */
    static Automaton automaton(String pattern, boolean below) {
        GlobReader reader = new GlobReader(below);
        reader.pattern(pattern);
        if (pattern.matches(".*[*?\\[\\\\].*")) {
            reader.literal(pattern);
        }
        return reader.automaton;
    }

    private static List<String> names(String pattern) {
        return Arrays.stream(pattern.split("/")).filter(name -> !name.isEmpty()).toList();
    }

    private void literal(String pattern) {
        int at = automaton.state();
        automaton.skip(0, at);
        List<String> names = names(pattern);
        for (int i = 0; i < names.size(); i++) {
            for (char c : names.get(i).toCharArray()) {
                at = automaton.then(at, new Symbols(String.valueOf(c), false));
            }
            at = i == names.size() - 1 ? at : automaton.then(at, Symbols.SEPARATOR);
        }
        end(at, pattern.endsWith("/"));
    }

    private void pattern(String pattern) {
        int at = automaton.state();
        automaton.skip(0, at);
        List<String> names = names(pattern);
        for (int i = 0; i < names.size(); i++) {
            boolean last = i == names.size() - 1;
            if (names.get(i).equals("**") && !last) {
                directories(at);
                continue;
            }
            at = names.get(i).equals("**") ? anything(at) : name(at, names.get(i));
            at = last ? at : automaton.then(at, Symbols.SEPARATOR);
        }
        end(at, pattern.endsWith("/"));
    }

    /** @param directory whether only what is below matches */
    private void end(int at, boolean directory) {
        if (!directory) {
            automaton.accept(at);
        }
        if (below || directory) {
            automaton.accept(anything(automaton.then(at, Symbols.SEPARATOR)));
        }
    }

    /** Any number of directories, also none. */
    private void directories(int at) {
        int name = automaton.then(at, Symbols.NAME);
        automaton.step(name, Symbols.NAME, name);
        automaton.step(name, Symbols.SEPARATOR, at);
    }

    /** One or more names. */
    private int anything(int at) {
        int name = automaton.then(at, Symbols.NAME);
        automaton.step(name, Symbols.NAME, name);
        int next = automaton.then(name, Symbols.SEPARATOR);
        automaton.step(next, Symbols.NAME, name);
        return name;
    }

    private int name(int from, String name) {
        // Character classes and escapes in sets: taken for any name, so that no overlap is missed.
        boolean unclear = name.contains("[:") || (name.indexOf('[') >= 0 && name.indexOf('\\') >= 0);
        if (unclear || ONLY_STARS.matcher(name).matches()) {
            int at = automaton.then(from, Symbols.NAME);
            automaton.step(at, Symbols.NAME, at);
            return at;
        }
        int at = from;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            int close = c == '[' ? name.indexOf(']', i + 2) : -1;
            if (c == '*') {
                at = star(at);
            } else if (c == '?') {
                at = automaton.then(at, Symbols.NAME);
            } else if (close > 0) {
                at = automaton.then(at, CharacterSet.of(name.substring(i + 1, close)));
                i = close;
            } else if (c == '\\' && i + 1 < name.length()) {
                i++;
                at = automaton.then(at, new Symbols(String.valueOf(name.charAt(i)), false));
            } else {
                at = automaton.then(at, new Symbols(String.valueOf(c), false));
            }
        }
        return at;
    }

    private int star(int at) {
        int loop = automaton.state();
        automaton.skip(at, loop);
        automaton.step(loop, Symbols.NAME, loop);
        return loop;
    }
}
