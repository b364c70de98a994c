package dev.pawl.acceptance.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** With {@code -Dpawl.docs=write} the tables of field.md are written anew. */
class FieldTableTest {
    private static final Path PROJECT = Path.of("..");
    private static final Path DOCUMENT = PROJECT.resolve("docs/field.md");
    private static final String BEGIN = "<!-- cases: made by FieldTableTest -->\n";
    private static final String END = "<!-- cases: end -->";

    @Test
    void theDocumentHasTheRowsOfTheCases() throws Exception {
        String text = Files.readString(DOCUMENT);
        String wanted = text.substring(0, text.indexOf(BEGIN) + BEGIN.length())
                + tables(cases())
                + text.substring(text.indexOf(END));
        if ("write".equals(System.getProperty("pawl.docs"))) {
            Files.writeString(DOCUMENT, wanted);
        }

        assertThat(Files.readString(DOCUMENT)).isEqualTo(wanted);
    }

    @Test
    void eachRowNamesATestThatExists() throws Exception {
        TestSources sources = new TestSources(PROJECT);

        for (FieldCase one : cases()) {
            assertThat(sources.has(one)).as(one.test()).isTrue();
        }
        assertThat(sources.has(new FieldCase("", "", "", "FieldTableTest.noSuchTest")))
                .isFalse();
        assertThat(sources.has(new FieldCase("", "", "", "FieldTableTest.cases")))
                .isFalse();
        assertThat(sources.has(new FieldCase("", "", "", "NoSuchTest.cases"))).isFalse();
    }

    private static String tables(List<FieldCase> cases) {
        StringBuilder text = new StringBuilder();
        String section = "";
        for (FieldCase one : cases) {
            if (!one.section().equals(section)) {
                section = one.section();
                text.append("\n## %s\n\n| Case | Outcome | Kept by |\n| --- | --- | --- |\n".formatted(section));
            }
            text.append(one.row()).append('\n');
        }
        return text.append('\n').toString();
    }

    private static List<FieldCase> cases() throws IOException {
        try (InputStream in = Objects.requireNonNull(FieldTableTest.class.getResourceAsStream("/field-cases.txt"))) {
            return FieldCase.read(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        }
    }
}
