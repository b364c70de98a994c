package dev.pawl.evidence.inline;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Single test functions among other code: those of Python, and those of Rust outside of a test module. */
final class TestFunctions {
    private static final Pattern PYTHON = Pattern.compile("^(\\s*)(?:async\\s+)?def\\s+test\\w*\\s*\\(.*");
    private static final Pattern RUST = Pattern.compile(
            "#\\[(?:\\w+::)*(?:test|rstest)\\b[^\\]]*\\]\\s*(?:#\\[[^\\]]*\\]\\s*)*(?:pub\\s+)?(?:async\\s+)?fn\\s+\\w+[^{;]*\\{");

    private TestFunctions() {}

    static Set<String> of(String path, String text) {
        if (path.endsWith(".py")) {
            return python(text.lines().toList());
        }
        return path.endsWith(".rs") ? rust(text) : Set.of();
    }

    private static Set<String> python(List<String> lines) {
        Set<String> functions = new LinkedHashSet<>();
        for (int at = 0; at < lines.size(); at++) {
            Matcher start = PYTHON.matcher(lines.get(at));
            if (!start.matches()) {
                continue;
            }
            int indent = start.group(1).length();
            StringBuilder body = new StringBuilder(lines.get(at).strip());
            for (int next = at + 1; next < lines.size(); next++) {
                String line = lines.get(next);
                int deep = line.length() - line.stripLeading().length();
                if (!line.isBlank() && deep <= indent && !line.strip().startsWith(")")) {
                    break;
                }
                if (!line.isBlank() && !line.strip().startsWith("#")) {
                    body.append('\n')
                            .append(" ".repeat(Math.max(0, deep - indent)))
                            .append(line.strip());
                }
            }
            functions.add(body.toString());
        }
        return functions;
    }

    private static Set<String> rust(String text) {
        Set<String> functions = new LinkedHashSet<>();
        Matcher found = RUST.matcher(text);
        while (found.find()) {
            int end = new Braces(text).end(found.end() - 1);
            functions.add(text.substring(found.start(), end)
                    .replaceAll("(?m)(?:^|\\s)//[^\\n]*$", "")
                    .replaceAll("\\s+", ""));
        }
        return functions;
    }
}
