package dev.pawl.evidence.reach;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a build of Maven reads to test: its poms from parent to module, the wrapper, tests, and settings of its plugins. */
final class MavenBuild {
    private static final String POM = "pom.xml";
    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern MODULE = Pattern.compile("<module>\\s*([^<\\s]+)\\s*</module>");
    private static final Pattern PARENT = Pattern.compile("<parent>(.*?)</parent>", Pattern.DOTALL);
    private static final Pattern RELATIVE = Pattern.compile("<relativePath>\\s*([^<\\s]*)\\s*</relativePath>");
    private static final Pattern TEST_SOURCES =
            Pattern.compile("<testSourceDirectory>\\s*([^<\\s]+)\\s*</testSourceDirectory>");

    /** Elements in which plugins that test or judge name a file. */
    private static final Pattern SETTING =
            Pattern.compile("<(configLocation|suppressions(?:File)?Location|headerLocation"
                    + "|suiteXmlFile|ruleset|(?:exclude|include)FilterFile|excludeFromFailureFile|(?:excludes|includes)File"
                    + "|systemPropertiesFile|executable|script|configFile|argument)>\\s*([^<\\s]+)\\s*</\\1>");

    private static final Pattern DIRECTORY = Pattern.compile(
            "\\$\\{(?:(?:project\\.)?basedir|maven\\.multiModuleProjectDirectory|session\\.executionRootDirectory)}/?");

    private final Trail trail;
    private final Set<String> read = new HashSet<>();

    private MavenBuild(Trail trail) {
        this.trail = trail;
    }

    static void run(Call call, Trail trail) {
        trail.own(call, call.words().getFirst());
        String given = call.option("-f", "--file").orElse(POM);
        Optional<String> pom = trail.file(call.place(), given).or(() -> trail.file(call.place(), given + "/" + POM));
        pom.ifPresent(path -> {
            trail.ownAll(call.place(), name -> name.startsWith(".mvn/"), call.why() + " → configuration of Maven");
            new MavenBuild(trail).read(path, call.why());
        });
    }

    private void read(String pom, String why) {
        if (!read.add(pom) || !trail.own(pom, why)) {
            return;
        }
        String text = COMMENT.matcher(trail.text(pom).orElse("")).replaceAll("");
        String here = why + " → " + pom;
        Place place = Place.of(pom);
        parent(text).flatMap(path -> pom(place, path)).ifPresent(path -> read(path, here));
        find(MODULE, 1, text).forEach(module -> pom(place, module).ifPresent(path -> read(path, here)));
        trail.ownAll(place, name -> name.startsWith("src/test/") || name.startsWith("src/it/"), here + " → its tests");
        find(TEST_SOURCES, 1, text).stream()
                .flatMap(directory -> place.in(plain(directory)).stream())
                .forEach(tests -> trail.ownAll(tests, name -> true, here + " → its tests"));
        find(SETTING, 2, text).stream()
                .flatMap(name -> trail.file(place, plain(name)).stream())
                .filter(path -> !path.contains("src/main/"))
                .forEach(path -> trail.own(path, here));
    }

    /** Where the parent lies, unless it is none of the repository's. */
    private static Optional<String> parent(String text) {
        Matcher parent = PARENT.matcher(text);
        if (!parent.find()) {
            return Optional.empty();
        }
        Matcher relative = RELATIVE.matcher(parent.group(1));
        return Optional.of(relative.find() ? relative.group(1) : "../" + POM).filter(path -> !path.isEmpty());
    }

    private Optional<String> pom(Place place, String name) {
        return trail.file(place, name + "/" + POM).or(() -> trail.file(place, name));
    }

    private static String plain(String value) {
        return DIRECTORY.matcher(value).replaceAll("");
    }

    private static List<String> find(Pattern pattern, int group, String text) {
        return pattern.matcher(text).results().map(found -> found.group(group)).toList();
    }
}
