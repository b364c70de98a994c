package dev.pawl.workspace.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.workspace.directory.Given;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RawPathTest {
    private static final String LIKELY = "\"\\'\n\t\r\u0001\u007f /.:*?[]{}!#-~$`a1nt0\u00c3\u00a9\u00ff";

    @TempDir
    Path root;

    @Test
    void everyNameHasOneFormThatLeadsBackToIt() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            String raw = name(random);
            String shown = RawPath.display(raw);

            assertThat(RawPath.raw(shown)).as(shown).isEqualTo(raw);
            assertThat(shown.chars().noneMatch(c -> c < ' ' || c == 127))
                    .as(shown)
                    .isTrue();
        }
    }

    @Test
    void namesThatArePlainTextAreShownAsTheyAre() {
        for (String name :
                List.of("it's \"quoted\".txt", "back\\slash", " x ", "-rf", ":(top)x", "a*b?[c]", "größe 项目")) {
            assertThat(RawPath.display(RawPath.of(name.getBytes(StandardCharsets.UTF_8))))
                    .isEqualTo(name);
        }
    }

    @Test
    void theQuotesAreThoseOfGit() throws Exception {
        Random random = new Random(11);
        Path input = root.resolve("names");
        List<String> names = IntStream.range(0, 500)
                .mapToObj(i -> name(random))
                .filter(name -> !name.contains("/")
                        && !name.equals(".")
                        && !name.equals("..")
                        && !name.equalsIgnoreCase(".git"))
                .distinct()
                .sorted()
                .toList();
        Given.sh(root, "git init -q r && printf x | git -C r hash-object -w --stdin > blob");
        String blob = Given.read(root.resolve("blob")).strip();
        StringBuilder entries = new StringBuilder();
        names.forEach(name ->
                entries.append("100644 ").append(blob).append('\t').append(name).append('\0'));
        Files.write(input, RawPath.bytes(entries.toString()));

        String shown = Given.sh(
                root,
                "git -C r -c core.protectHFS=false -c core.protectNTFS=false update-index -z --add --index-info < names && git -C r ls-files");

        List<String> read = new ArrayList<>(shown.lines().map(RawPath::raw).toList());
        assertThat(read).containsExactlyInAnyOrderElementsOf(names);
        for (String line : shown.lines().filter(line -> line.startsWith("\"")).toList()) {
            assertThat(RawPath.quoted(RawPath.raw(line))).isEqualTo(line);
        }
    }

    /** Bytes, except the two that no name can have. */
    private static String name(Random random) {
        StringBuilder name = new StringBuilder();
        int length = 1 + random.nextInt(8);
        for (int i = 0; i < length; i++) {
            name.append(
                    random.nextInt(3) == 0
                            ? (char) (1 + random.nextInt(255))
                            : LIKELY.charAt(random.nextInt(LIKELY.length())));
        }
        return name.toString();
    }
}
