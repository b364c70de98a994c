package dev.pawl.evidence.reach;

import dev.pawl.evidence.tree.PathGlob;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tasks of Rake: its file, what the commands in it start, and the tests that it names by a pattern. */
final class Rake {
    private static final List<String> NAMES = List.of("Rakefile", "rakefile", "Rakefile.rb", "rakefile.rb");
    private static final Pattern COMMAND =
            Pattern.compile("(?m)(?:^|[\\s{;])(sh|system|ruby)\\s*\\(?\\s*([\"'])([^\"'\\n]+)\\2");
    private static final Pattern TESTS = Pattern.compile("[\"']((?=[^\"']*(?:test|spec))[^\"'\\s]*\\*[^\"'\\s]*)[\"']");

    private Rake() {}

    static void run(Call call, Trail trail) {
        call.option("-f", "--rakefile")
                .flatMap(name -> trail.file(call.place(), name))
                .or(() -> trail.nearest(call.place(), NAMES))
                .ifPresent(file -> {
                    Place place = Place.of(file);
                    trail.own(file, call.why());
                    trail.ownAll(place, path -> path.matches("rakelib/.*\\.rake"), call.why() + " → " + file);
                    String text = trail.text(file).orElse("").replaceAll("(?m)^\\s*#.*$", "");
                    Matcher command = COMMAND.matcher(text);
                    while (command.find()) {
                        String run = (command.group(1).equals("ruby") ? "ruby " : "") + command.group(3);
                        trail.shell(run, place, place, call.why() + " → " + file, call.depth() + 1);
                    }
                    Matcher tests = TESTS.matcher(text);
                    while (tests.find()) {
                        PathGlob glob = PathGlob.of(tests.group(1));
                        trail.ownAll(place, glob::matches, call.why() + " → " + file);
                    }
                });
    }
}
