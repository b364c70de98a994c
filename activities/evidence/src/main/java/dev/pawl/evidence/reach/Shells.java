package dev.pawl.evidence.reach;

import java.util.List;
import java.util.regex.Pattern;

/** Shells, and scripts that are started by their path. */
final class Shells {
    private static final Pattern SHELL_LINE =
            Pattern.compile("#!\\s*\\S*/(?:env\\s+(?:-S\\s+)?)?(?:ba|da|z|k|a)?sh\\b.*");

    private Shells() {}

    static void run(Call call, Trail trail) {
        List<String> words = call.arguments();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.matches("-[a-z]*c") && i + 1 < words.size()) {
                trail.shell(words.get(i + 1), call.place(), call.place(), call.why(), call.depth() + 1);
                return;
            }
            if (word.equals("-o") || word.equals("+o")) {
                i++;
            } else if (!word.startsWith("-") && !word.equals("sh")) {
                script(call, word, trail);
                return;
            }
        }
    }

    static void source(Call call, Trail trail) {
        call.arguments().stream().findFirst().ifPresent(word -> script(call, word, trail));
    }

    static void eval(Call call, Trail trail) {
        trail.shell(String.join(" ", call.arguments()), call.place(), call.place(), call.why(), call.depth() + 1);
    }

    /** @return whether the program is a file of the base */
    static boolean executable(Call call, Trail trail) {
        String path = trail.file(call.place(), call.words().getFirst()).orElse("");
        if (path.isEmpty()) {
            return false;
        }
        trail.own(path, call.why());
        trail.text(path)
                .filter(text -> path.endsWith(".sh")
                        || SHELL_LINE
                                .matcher(text.lines().findFirst().orElse(""))
                                .matches())
                .ifPresent(text -> follow(call, path, text, trail));
        call.arguments().forEach(word -> trail.own(call, word));
        return true;
    }

    private static void script(Call call, String word, Trail trail) {
        trail.file(call.place(), word).ifPresent(path -> {
            trail.own(path, call.why());
            trail.text(path).ifPresent(text -> follow(call, path, text, trail));
        });
    }

    private static void follow(Call call, String path, String text, Trail trail) {
        trail.shell(text, call.place(), Place.of(path), call.why() + " → " + path, call.depth() + 1);
    }
}
