package dev.pawl.cli.taskfile;

import dev.pawl.cli.yaml.Problems;
import dev.pawl.cli.yaml.Source;
import dev.pawl.cli.yaml.Yaml;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/**
 * The two parts of a file.
 *
 * @param keys absent if the front matter is missing or not a YAML mapping, which is then reported
 * @param prompt the text after the front matter, without surrounding blank lines
 * @param promptLine its first line, from 1
 */
record FrontMatter(@Nullable MappingNode keys, String prompt, int promptLine) {
    private static final Pattern FENCE = Pattern.compile("^---[ \\t]*\\r?$", Pattern.MULTILINE);

    static FrontMatter of(String text, Problems problems) {
        Matcher fence = FENCE.matcher(text);
        if (!fence.find() || !text.substring(0, fence.start()).isBlank()) {
            problems.at(1, 1, "missing front matter", "begin the file with a line ---, the keys, a line ---");
            return new FrontMatter(null, text.strip(), 1);
        }
        int open = lines(text, fence.start());
        int start = Math.min(fence.end() + 1, text.length());
        if (!fence.find()) {
            problems.at(open, 1, "the front matter has no end", "close it with a line ---");
            return new FrontMatter(null, "", lines(text, text.length()));
        }
        problems.yamlStartsAtLine(open + 1);
        String yaml = Source.printable(text.substring(start, fence.start()), open + 1, problems);
        int promptLine = Math.min(lines(text, fence.end()) + 1, lines(text, text.length()));
        return new FrontMatter(
                Yaml.mapping(yaml, "the front matter", problems),
                text.substring(fence.end()).strip(),
                promptLine);
    }

    private static int lines(String text, int end) {
        return 1 + (int) text.chars().limit(end).filter(c -> c == '\n').count();
    }
}
