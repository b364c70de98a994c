package dev.pawl.cli.plandraft;

import dev.pawl.cli.init.BuildCommands;
import dev.pawl.cli.planfile.RepositoryFiles;
import dev.pawl.cli.terminal.Printable;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a planner sees of a repository before it reads any file. Bounded, however large the repository is. */
final class RepositoryMap {
    private static final int MOST_KINDS = 12;
    private static final int MOST_DIRECTORIES = 60;
    private static final int MOST_FILES = 40;
    private static final int LONGEST_NAME = 120;

    private final Collection<String> files;
    private final BuildCommands build;

    RepositoryMap(RepositoryFiles files, BuildCommands build) {
        this.files = files.files();
        this.build = build;
    }

    String text() {
        return """
                Files at the last commit: %d
                By kind: %s
                Directories, with the number of files below them: %s
                Files of the top directory: %s
                Commands that prepare a clean copy: %s
                Commands that test it: %s
                """.formatted(
                        files.size(),
                        counted(kinds(), MOST_KINDS),
                        counted(directories(), MOST_DIRECTORIES),
                        listed(files.stream().filter(file -> file.indexOf('/') < 0), MOST_FILES),
                        listed(build.setup().stream(), MOST_FILES),
                        listed(build.checks().stream(), MOST_FILES));
    }

    private Map<String, Long> kinds() {
        return files.stream()
                .map(file -> file.substring(file.lastIndexOf('/') + 1))
                .map(name -> name.lastIndexOf('.') > 0 ? name.substring(name.lastIndexOf('.')) : "without extension")
                .collect(Collectors.groupingBy(kind -> kind, TreeMap::new, Collectors.counting()));
    }

    /** Those of the two upper levels. */
    private Map<String, Long> directories() {
        return files.stream()
                .flatMap(RepositoryMap::above)
                .collect(Collectors.groupingBy(directory -> directory, TreeMap::new, Collectors.counting()));
    }

    private static Stream<String> above(String file) {
        int first = file.indexOf('/');
        int second = file.indexOf('/', first + 1);
        return Stream.of(first, second).filter(end -> end > 0).distinct().map(end -> file.substring(0, end + 1));
    }

    /** The most frequent ones, in the order of their names. */
    private static String counted(Map<String, Long> counts, int most) {
        Stream<String> frequent = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                .limit(most)
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> shown(entry.getKey()) + " " + entry.getValue());
        return joined(frequent.toList(), counts.size());
    }

    private static String listed(Stream<String> names, int most) {
        List<String> all = names.toList();
        return joined(all.stream().limit(most).map(RepositoryMap::shown).toList(), all.size());
    }

    private static String joined(List<String> shown, int all) {
        if (all == 0) {
            return "none known";
        }
        String more = all > shown.size() ? ", and %d more".formatted(all - shown.size()) : "";
        return String.join(", ", shown) + more;
    }

    private static String shown(String name) {
        String line = Printable.line(name);
        return line.length() <= LONGEST_NAME ? line : line.substring(0, LONGEST_NAME) + "…";
    }
}
