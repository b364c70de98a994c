package dev.pawl.evidence.library;

import dev.pawl.evidence.tree.FileTree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The imports of the base's tests, read from their text.
 *
 * @param node packages of Node
 * @param python top-level modules
 * @param go import paths
 * @param rust crates
 * @param files files that Ruby and Perl load and C includes, by the end of their path
 */
record TestImports(Set<String> node, Set<String> python, Set<String> go, Set<String> rust, Set<String> files) {
    private static final Pattern NODE = Pattern.compile(
            "(?:\\bfrom|\\bimport|\\brequire(?:\\.resolve)?\\s*\\(|\\bimport\\s*\\(|\\.mock\\s*\\()\\s*[\"']([^\"'.\\s/][^\"'\\s]*)[\"']");
    private static final Pattern PYTHON =
            Pattern.compile("(?m)^\\s*(?:from\\s+(\\w+)[\\w.]*\\s+import\\b|import\\s+([\\w.,\\s]+?)\\s*$)");
    private static final Pattern GO =
            Pattern.compile("(?m)^\\s*(?:import\\s+)?(?:[\\w.]+\\s+)?\"([^\"\\s]+\\.[^\"\\s]+/[^\"\\s]+)\"\\s*$");
    private static final Pattern RUST = Pattern.compile(
            "(?m)^\\s*(?:pub\\s+)?(?:use|extern\\s+crate)\\s+(?:::)?(\\w+)|\\b(\\w+)::\\w+!\\s*[(\\[{]");
    private static final Pattern RUBY = Pattern.compile("(?m)^\\s*require\\s*\\(?\\s*[\"']([\\w/-]+)[\"']");
    private static final Pattern PERL = Pattern.compile("(?m)^\\s*use\\s+([A-Za-z]\\w*(?:::\\w+)*)\\b");
    private static final Pattern C = Pattern.compile("(?m)^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]");

    static TestImports of(FileTree base, Collection<String> tests) {
        TestImports imports =
                new TestImports(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        tests.forEach(path -> imports.read(path, base.text(path)));
        return imports;
    }

    private void read(String path, String text) {
        String ending = path.substring(path.lastIndexOf('.') + 1);
        switch (ending) {
            case "js", "cjs", "mjs", "jsx", "ts", "cts", "mts", "tsx" ->
                found(NODE, text).forEach(name -> node.add(packaged(name)));
            case "py" ->
                found(PYTHON, text)
                        .forEach(names -> Pattern.compile("\\s*,\\s*")
                                .splitAsStream(names)
                                .map(name -> name.strip().split("[.\\s]", 2)[0])
                                .filter(name -> !name.isEmpty())
                                .forEach(python::add));
            case "go" -> go.addAll(found(GO, text));
            case "rs" -> rust.addAll(found(RUST, text));
            case "rb" -> found(RUBY, text).forEach(name -> files.add(name + ".rb"));
            case "t", "pl", "pm" -> found(PERL, text).forEach(name -> files.add(name.replace("::", "/") + ".pm"));
            case "c", "cc", "cpp", "cxx", "h", "hpp" -> files.addAll(found(C, text));
            default -> {}
        }
    }

    private static String packaged(String name) {
        List<String> parts = List.of(name.replaceFirst("^node:", "").split("/"));
        return parts.stream().limit(name.startsWith("@") ? 2 : 1).collect(Collectors.joining("/"));
    }

    private static Set<String> found(Pattern pattern, String text) {
        Set<String> found = new LinkedHashSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            List<String> groups = new ArrayList<>();
            for (int group = 1; group <= matcher.groupCount(); group++) {
                if (matcher.group(group) != null) {
                    groups.add(matcher.group(group));
                }
            }
            found.addAll(groups);
        }
        return found;
    }
}
