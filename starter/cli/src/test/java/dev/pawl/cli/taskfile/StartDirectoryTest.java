package dev.pawl.cli.taskfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pawl.cli.planfile.Repositories;
import dev.pawl.cli.yaml.InvalidFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tasks that work in a part of a repository. */
class StartDirectoryTest {
    @TempDir
    Path directory;

    private Path mono = Path.of("");

    @BeforeEach
    void repository() throws Exception {
        mono = directory.toRealPath().resolve("mono");
        Repositories.create(mono, "packages/api/a.py", "packages/shared/b.py", ".gitignore");
        Files.writeString(mono.resolve(".gitignore"), "scratch/\n");
        Files.createDirectories(mono.resolve("packages/new"));
        Files.writeString(mono.resolve("packages/new/a.py"), "");
        Files.createDirectories(mono.resolve("scratch"));
    }

    private TaskFile parse(String... keys) throws IOException, InvalidFileException {
        Path file = directory.resolve("task.md");
        Files.writeString(file, "---\nagent: codex\n" + String.join("\n", keys) + "\n---\nDo the work.\n");
        return TaskFileParser.parse(file);
    }

    @Test
    void aTaskStartsInTheDirectoryAndOwnsItUnlessItSaysOtherwise() throws Exception {
        TaskFile file = parse("workspace: mono", "directory: ./packages/api/", "files: [packages/api/a.py]");

        assertThat(file.directory()).isEqualTo("packages/api");
        assertThat(file.files()).containsExactly("packages/api/a.py");
        assertThat(file.owns()).containsExactly("packages/api/**");
        assertThat(Submission.of(file, true).getWorkspace().getDirectory()).isEqualTo("packages/api");
        assertThat(parse("workspace: mono", "directory: packages/api", "owns: ['**']")
                        .owns())
                .containsExactly("**");
    }

    @Test
    void aWorkspaceThatIsAPartOfARepositoryBringsTheWholeOfIt() throws Exception {
        TaskFile file = parse(
                "workspace: mono/packages/api",
                "files: [./a.py]",
                "protect: ['tests/**']",
                "removes: [old]",
                "tests: { may-change: [t] }",
                "copy: [.env, conf/x, '!b/', '*.local']");

        assertThat(file.workspace()).isEqualTo(mono);
        assertThat(file.directory()).isEqualTo("packages/api");
        assertThat(file.files()).containsExactly("packages/api/a.py");
        assertThat(file.owns()).containsExactly("packages/api/**");
        assertThat(file.protect()).containsExactly("packages/api/tests/**");
        assertThat(file.removes()).containsExactly("packages/api/old");
        assertThat(file.tests().mayChange()).containsExactly("packages/api/t");
        assertThat(file.copy())
                .containsExactly(
                        "packages/api/**/.env",
                        "packages/api/conf/x",
                        "!packages/api/**/b/",
                        "packages/api/**/*.local");
        assertThat(parse("workspace: mono/packages", "directory: api", "owns: [shared/b.py]")
                        .owns())
                .containsExactly("packages/shared/b.py");
    }

    @Test
    void theRepositoryItselfAndAnIgnoredDirectoryStayAsTheyAre() throws Exception {
        assertThat(parse("workspace: mono").directory()).isEmpty();
        assertThat(parse("workspace: mono").owns()).isEmpty();
        assertThat(parse("workspace: mono/scratch").workspace()).isEqualTo(directory.resolve("mono/scratch"));
        assertThat(parse("workspace: mono/packages/api", "mode: in-place").workspace())
                .isEqualTo(directory.resolve("mono/packages/api"));
    }

    @Test
    void aDirectoryThatTheLastCommitLacksIsRefusedWithWhatToDo() throws Exception {
        String advice = "commit it, or add include-uncommitted: true";
        assertThatThrownBy(() -> parse("workspace: mono", "directory: packages/new"))
                .hasMessageContaining("directory: 'packages/new' is not in the last commit of")
                .hasMessageContaining(advice);
        assertThatThrownBy(() -> parse("workspace: mono/packages/new"))
                .hasMessageContaining("workspace: ")
                .hasMessageContaining("packages/new is not in the last commit of")
                .hasMessageContaining(advice);
        assertThat(parse("workspace: mono/packages/new", "include-uncommitted: true")
                        .directory())
                .isEqualTo("packages/new");
        assertThatThrownBy(() -> parse("workspace: mono", "directory: packages/nowhere"))
                .hasMessageContaining("'packages/nowhere' is no directory of");
        assertThatThrownBy(() -> parse("workspace: mono", "directory: ../other"))
                .hasMessageContaining("leads out of the workspace");
        assertThatThrownBy(() -> parse("directory: api")).hasMessageContaining("name it with 'workspace'");
    }

    @Test
    void aDirectoryOfPlainFilesCanBeStartedInToo() throws Exception {
        Files.createDirectories(directory.resolve("plain/part"));

        assertThat(parse("workspace: plain", "directory: part").directory()).isEqualTo("part");
    }
}
