package dev.pawl.cli.taskfile;

import dev.pawl.cli.yaml.Problems;
import dev.pawl.cli.yaml.Source;
import dev.pawl.cli.yaml.Yaml;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * The two parts of a file.
 *
 * @param keys absent if the front matter is missing or not a YAML mapping, which is then reported
 * @param prompt the text after the front matter, without surrounding blank lines
 * @param promptLine its first line, from 1
 */
record FrontMatter(@Nullable MappingNode keys, String prompt, int promptLine) {
    private static final Pattern FENCE = Pattern.compile("^---[ \\t]*\\r?$", Pattern.MULTILINE);

    /** @param mayBeBare whether a text without front matter is a prompt */
    static FrontMatter of(String text, boolean mayBeBare, Problems problems) {
        Matcher fence = FENCE.matcher(text);
        if (!fence.find() || !text.substring(0, fence.start()).isBlank()) {
            if (mayBeBare) {
                return bare(text, problems);
            }
            problems.at(
                    1,
                    1,
                    "missing front matter",
                    "begin the file with a line ---, the keys, a line ---; only Markdown in a git repository needs"
                            + " none");
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

    /** The whole text is the prompt. */
    static FrontMatter bare(String text, Problems problems) {
        problems.yamlStartsAtLine(1);
        return new FrontMatter(new MappingNode(Tag.MAP, List.of(), FlowStyle.BLOCK), text.strip(), 1);
    }

    private static int lines(String text, int end) {
        return 1 + (int) text.chars().limit(end).filter(c -> c == '\n').count();
    }
}
