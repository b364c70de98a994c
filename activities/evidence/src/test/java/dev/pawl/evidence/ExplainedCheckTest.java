package dev.pawl.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pawl.host.process.Isolation;
import dev.pawl.workflows.model.evidence.CheckFile;
import dev.pawl.workflows.model.request.TaskRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainedCheckTest {
    @TempDir
    Path root;

    @Test
    void filesOfACheckAreNamedWithTheWayToThemAndNothingIsRun() throws Exception {
        EvidenceFixture fixture = new EvidenceFixture(root, Isolation.processTree());
        fixture.repository(Map.of(
                "package.json", "{\"scripts\": {\"test\": \"sh scripts/t.sh; touch ran\"}}\n",
                "scripts/t.sh", "node check.js\n",
                "check.js", "",
                "test/größe.js", "",
                "index.js", ""));
        Files.writeString(fixture.source.resolve("scripts/t.sh"), "not committed\n");
        TaskRequest request = AgentProject.NODE.request(fixture.source.toString());

        assertThat(ExplainedCheck.of(request)).singleElement().satisfies(explained -> {
            assertThat(explained.check().run()).isEqualTo("npm test");
            assertThat(explained.files())
                    .contains(
                            new CheckFile("check.js", "check 'tests' → script 'test' → scripts/t.sh", true),
                            new CheckFile("test/größe.js", "a test, by its name", true))
                    .extracting(CheckFile::path)
                    .doesNotContain("index.js");
        });
        assertThat(fixture.source.resolve("ran")).doesNotExist();
    }

    @Test
    void aDirectoryThatIsNoRepositoryIsNamed() {
        TaskRequest request = AgentProject.NODE.request(root.toString());

        assertThatThrownBy(() -> ExplainedCheck.of(request)).hasMessageContaining(root + " is no git repository");
    }
}
