package dev.pawl.acceptance.field;

import java.util.ArrayList;
import java.util.List;

/**
 * One row of field.md.
 *
 * @param test {@code Class.method}, or the name of a script of AdversarialAgentsIT
 */
record FieldCase(String section, String text, String outcome, String test) {
    private static final int COLUMNS = 3;

    /** Lines of {@code case | outcome | test} below lines of {@code # section}; a pipe within a text is {@code \|}. */
    static List<FieldCase> read(List<String> lines) {
        List<FieldCase> cases = new ArrayList<>();
        String section = "";
        for (String line : lines) {
            if (line.startsWith("# ")) {
                section = line.substring(2).strip();
            } else if (!line.isBlank()) {
                String[] columns = line.split("(?<!\\\\)\\|", -1);
                if (columns.length != COLUMNS) {
                    throw new IllegalArgumentException("not 'case | outcome | test': " + line);
                }
                cases.add(new FieldCase(section, columns[0].strip(), columns[1].strip(), columns[2].strip()));
            }
        }
        return cases;
    }

    boolean script() {
        return test.endsWith(".sh");
    }

    String row() {
        return "| %s | %s | `%s` |".formatted(text, outcome, test);
    }
}
