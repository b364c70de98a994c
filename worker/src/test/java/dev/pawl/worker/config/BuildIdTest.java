package dev.pawl.worker.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import org.junit.jupiter.api.Test;

class BuildIdTest {
    @Test
    void itIsVersionAndCommit() {
        assertThat(BuildId.of(build("0.1.0", "abc1234", "false"))).isEqualTo("0.1.0-abc1234");
    }

    @Test
    void aBuildOfChangedFilesSaysSo() {
        assertThat(BuildId.of(build("0.1.0", "abc1234", "true"))).isEqualTo("0.1.0-abc1234-dirty");
    }

    @Test
    void withoutGitItIsTheVersion() {
        assertThat(BuildId.of(build("0.1.0", "", ""))).isEqualTo("0.1.0");
    }

    @Test
    void thisBuildFilledItIn() {
        assertThat(BuildId.ofThisBuild()).matches("\\d+\\.\\d+\\.\\d+[\\w.-]*").doesNotContain("$");
    }

    private static Properties build(String version, String commit, String dirty) {
        Properties build = new Properties();
        build.setProperty("version", version);
        build.setProperty("commit", commit);
        build.setProperty("dirty", dirty);
        return build;
    }
}
