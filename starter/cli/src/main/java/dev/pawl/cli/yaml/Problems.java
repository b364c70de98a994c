package dev.pawl.cli.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** Collects every error of a file; converts YAML positions to lines of the file. */
public final class Problems {
    private final List<Problem> found = new ArrayList<>();
    private int yamlStartsAtLine = 2;

    public void yamlStartsAtLine(int line) {
        yamlStartsAtLine = line;
    }

    public void at(Node node, String reason) {
        at(node, reason, null);
    }

    public void at(Node node, String reason, @Nullable String hint) {
        Mark mark = node.getStartMark().orElse(null);
        atYaml(mark, reason, hint);
    }

    void atYaml(@Nullable Mark mark, String reason, @Nullable String hint) {
        int line = mark == null ? 0 : mark.getLine();
        int column = mark == null ? 0 : mark.getColumn();
        at(yamlStartsAtLine + line, column + 1, reason, hint);
    }

    public void at(int line, int column, String reason, @Nullable String hint) {
        found.add(new Problem(line, column, reason, hint));
    }

    public boolean none() {
        return found.isEmpty();
    }

    public List<Problem> sorted() {
        return found.stream()
                .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
                .toList();
    }
}
