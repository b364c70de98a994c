package dev.pawl.evidence.inline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Languages whose product files can hold blocks of tests. */
enum BlockLanguage {
    RUST(
            "rs",
            "#\\[cfg\\((?:test|all\\(\\s*test\\b[^\\]]*)\\)\\]\\s*(?:#\\[[^\\]]*\\]\\s*)*(?:pub(?:\\([^)]*\\))?\\s+)?mod\\s+\\w+\\s*\\{",
            true,
            false),
    ZIG("zig", "(?m)^[ \\t]*test\\s+(?:\"(?:\\\\.|[^\"\\\\])*\"|\\w+)?\\s*\\{", false, false),
    D("d", "(?m)^[ \\t]*(?:@\\w+\\s+|pure\\s+|nothrow\\s+)*unittest\\b[^{;]*\\{", true, false),
    SCRIPT("[cm]?[jt]sx?", "if\\s*\\(\\s*import\\.meta\\.vitest\\s*\\)\\s*\\{", true, true),
    C(
            "(?:c|cc|cpp|cxx|hpp|h)",
            "(?m)^[ \\t]*(?:TEST_CASE|TEST|TEST_F|SCENARIO|DOCTEST_TEST_CASE)\\s*\\([^\\n{]*\\)\\s*\\{",
            false,
            false);

    /** Imports of tests, which change with the names of the product. */
    private static final Pattern IMPORT =
            Pattern.compile("(?:pub)?use(?!r).*|import.*|const\\{.*\\}=import\\.meta\\.vitest;?");

    private static final Pattern LINE_COMMENT = Pattern.compile("(?m)(?:^|\\s)//[^\\n]*$");
    private static final Pattern TRAILING = Pattern.compile(",(?=[)\\]}])");

    private final Pattern files;
    private final Pattern head;
    private final boolean grows;
    private final boolean lines;

    /** @param grows whether a block holds several tests, so that adding a test changes none of the others */
    BlockLanguage(String endings, String head, boolean grows, boolean lines) {
        this.files = Pattern.compile(".*\\." + endings);
        this.head = Pattern.compile(head);
        this.grows = grows;
        this.lines = lines;
    }

    static Optional<BlockLanguage> of(String path) {
        for (BlockLanguage language : values()) {
            if (language.files.matcher(path).matches()) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    /** In the order of the text. */
    List<TestBlock> blocks(String text) {
        List<TestBlock> blocks = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        Matcher found = head.matcher(text);
        int from = 0;
        while (found.find(from)) {
            int open = found.end() - 1;
            int end = new Braces(text).end(open);
            String name = plain(text.substring(found.start(), open));
            int number = seen.merge(name, 1, Integer::sum);
            blocks.add(new TestBlock(
                    number == 1 ? name : name + " " + number,
                    found.start(),
                    end,
                    tests(text, found.start(), open, end)));
            from = Math.max(end, found.end());
        }
        return blocks;
    }

    private Set<String> tests(String text, int start, int open, int end) {
        if (!grows) {
            return Set.of(plain(text.substring(start, end)));
        }
        Set<String> tests = new LinkedHashSet<>();
        for (String part : new Braces(text).parts(open + 1, Math.max(open + 1, end - 1), lines)) {
            String plain = plain(part);
            if (!plain.isEmpty() && !plain.equals(";") && !IMPORT.matcher(plain).matches()) {
                tests.add(plain);
            }
        }
        return tests;
    }

    /** Without comments, white space and trailing commas, which formatters change. */
    private static String plain(String text) {
        String code = LINE_COMMENT.matcher(text).replaceAll("");
        String dense = code.replaceAll("\\s+", "");
        return TRAILING.matcher(dense).replaceAll("");
    }
}
