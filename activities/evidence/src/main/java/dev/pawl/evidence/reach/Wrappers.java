package dev.pawl.evidence.reach;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Skips the words of a command line before the program that does the work. */
final class Wrappers {
    private static final Pattern ASSIGNMENT = Pattern.compile("[A-Za-z_]\\w*=.*", Pattern.DOTALL);

    /** Words of the shell's grammar, and programs that start the rest of their line; their options have no values. */
    private static final Set<String> PREFIXES = words("""
            if then elif else while until do ! { time exec command builtin env nohup setsid stdbuf unbuffer
            catchsegv sudo doas cross-env dotenv c8 nyc xvfb-run npx bunx fakeroot ccache strace valgrind
            faketime trap
            """);

    /** Programs that take a value before the program that they start. */
    private static final Set<String> WITH_VALUE = Set.of("timeout", "nice", "ionice", "flock");

    /** Programs whose subcommand starts the rest of the line. */
    private static final Map<String, Set<String>> RUNNERS = Map.of(
            "poetry", Set.of("run"),
            "uv", Set.of("run"),
            "uvx", Set.of(),
            "pipenv", Set.of("run"),
            "pdm", Set.of("run"),
            "hatch", Set.of("run", "test"),
            "rye", Set.of("run"),
            "bundle", Set.of("exec"),
            "mise", Set.of("exec", "x"),
            "asdf", Set.of("exec"));

    private Wrappers() {}

    static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }

    /** The call without assignments and wrappers; null if nothing is left. */
    static @Nullable Call plain(Call call) {
        List<String> words = call.words();
        int at = 0;
        boolean wrapped = false;
        while (at < words.size()) {
            String word = words.get(at);
            String name = word.substring(word.lastIndexOf('/') + 1);
            if (ASSIGNMENT.matcher(word).matches() || PREFIXES.contains(word) || PREFIXES.contains(name)) {
                wrapped = true;
                at++;
            } else if (WITH_VALUE.contains(name)) {
                at = skipValues(words, at + 1, name);
                wrapped = true;
            } else if (RUNNERS.containsKey(name)) {
                int sub = at + 1;
                while (sub < words.size() && words.get(sub).startsWith("-")) {
                    sub++;
                }
                if (sub < words.size() && RUNNERS.get(name).contains(words.get(sub))) {
                    sub++;
                } else if (!RUNNERS.get(name).isEmpty()) {
                    return call.from(at);
                }
                at = sub;
                wrapped = true;
            } else if (wrapped && word.startsWith("-")) {
                at++;
            } else {
                return call.from(at);
            }
        }
        return null;
    }

    private static int skipValues(List<String> words, int from, String name) {
        int at = from;
        boolean value = !name.equals("nice") && !name.equals("ionice");
        while (at < words.size()) {
            String word = words.get(at);
            if (word.matches("-[skncp]|--signal|--kill-after|--adjustment")) {
                at += 2;
            } else if (word.startsWith("-")) {
                at++;
            } else if (value) {
                value = false;
                at++;
            } else {
                break;
            }
        }
        return at;
    }
}
