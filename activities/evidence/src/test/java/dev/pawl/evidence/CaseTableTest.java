package dev.pawl.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.evidence.AdversarialCase.Expected;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** With {@code -Dpawl.docs=write} the table of evidence.md is written anew. */
class CaseTableTest {
    private static final Path DOCUMENT = Path.of("../../docs/evidence.md");
    private static final String BEGIN = "<!-- cases: made by CaseTableTest -->\n";
    private static final String END = "\n<!-- cases: end -->";

    @Test
    void theDocumentHasTheTableOfTheCases() throws Exception {
        String text = Files.readString(DOCUMENT);
        String before = text.substring(0, text.indexOf(BEGIN) + BEGIN.length());
        String wanted =
                before + new CaseTable(AdversarialCase.all().toList()).text() + text.substring(text.indexOf(END));
        if ("write".equals(System.getProperty("pawl.docs"))) {
            Files.writeString(DOCUMENT, wanted);
        }

        assertThat(Files.readString(DOCUMENT)).isEqualTo(wanted);
    }

    @Test
    void thereAreEnoughCasesInEnoughLanguages() throws Exception {
        List<AdversarialCase> cases = AdversarialCase.all().toList();

        assertThat(cases).hasSizeGreaterThanOrEqualTo(300);
        assertThat(cases.stream().map(AdversarialCase::language).distinct()).hasSizeGreaterThanOrEqualTo(12);
        assertThat(cases.stream().map(AdversarialCase::name)).doesNotHaveDuplicates();
        assertThat(cases.stream().map(AdversarialCase::kind)).doesNotContain("");
    }

    @Test
    void eachGeneratedTrickHasItsHonestTwin() throws Exception {
        List<AdversarialCase> generated =
                AdversarialCase.all().filter(one -> !one.needs().isEmpty()).toList();

        assertThat(generated.stream()
                        .filter(one -> one.expected() == Expected.ACCEPTED)
                        .map(one -> one.name().replace("honest twin of ", ""))
                        .collect(Collectors.toSet()))
                .isEqualTo(generated.stream()
                        .filter(one -> one.expected() != Expected.ACCEPTED)
                        .map(AdversarialCase::name)
                        .collect(Collectors.toSet()));
    }
}
