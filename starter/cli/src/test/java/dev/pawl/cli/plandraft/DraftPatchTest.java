package dev.pawl.cli.plandraft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pawl.cli.yaml.InvalidFileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With patches as git makes them. */
class DraftPatchTest {
    @TempDir
    Path directory;

    private byte[] git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        byte[] output = process.getInputStream().readAllBytes();
        assertThat(process.waitFor()).isZero();
        return output;
    }

    private Path draft() {
        return directory.resolve(Draft.FILE);
    }

    private byte[] patch() throws IOException, InterruptedException {
        git("init", "-q");
        git("add", "-A");
        return git("diff", "--cached", "--binary", "--full-index", "--no-color");
    }

    private void refused(byte[] patch, String reason) {
        assertThatThrownBy(() -> DraftPatch.file(patch))
                .isInstanceOf(InvalidFileException.class)
                .hasMessageStartingWith(Draft.FILE + ":1:1: ")
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title: a\n",
                "title: a",
                "\n\n",
                "title: a\r\nlabels: b\r\n",
                "+++ b/pawl-plan.yaml\n@@ -0,0 +1 @@\n+x\n-y\n\\ No newline at end of file\n",
                "diff --git a/x b/x\nnew file mode 120000\n",
                "GIT binary patch\n",
                "ünïcode: \u2028 🦀\n"
            })
    void theContentIsTheFileByteForByte(String content) throws Exception {
        Files.writeString(draft(), content);
        Files.writeString(directory.resolve("a.py"), "before\n");
        Files.writeString(directory.resolve("z.py"), "behind");

        assertThat(new String(DraftPatch.file(patch()), StandardCharsets.UTF_8)).isEqualTo(content);
    }

    @Test
    void aMissingFileIsNamed() throws Exception {
        Files.writeString(directory.resolve("plan.yaml"), "title: elsewhere\n");
        refused(patch(), "the file is missing");
        refused(new byte[0], "the file is missing");
    }

    @Test
    void aLinkIsNotFollowed() throws Exception {
        Files.createSymbolicLink(draft(), Path.of("/etc/passwd"));
        refused(patch(), "not a new regular file");
    }

    @Test
    void aChangedFileIsNotADraft() throws Exception {
        Files.writeString(draft(), "title: a\n");
        patch();
        git("-c", "user.name=t", "-c", "user.email=t@t", "commit", "-qm", "base");
        Files.writeString(draft(), "title: b\n");
        refused(patch(), "not a new regular file");
    }

    @Test
    void bytesThatAreNoTextAreNotUnpacked() throws Exception {
        Files.write(draft(), new byte[50_000]);
        refused(patch(), "the file is not text");
    }

    @Test
    void aFileOfMoreThanAMegabyteIsRefused() throws Exception {
        Files.writeString(draft(), "# comment\n".repeat(200_000));
        refused(patch(), "larger than 1 MB");
    }
}
