package dev.pawl.workspace.surroundings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgentTracesTest {
    private static final Path REPOSITORY = Path.of("/home/me/src");
    private static final Path FILE = REPOSITORY.resolve("lib/app.py");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "echo 1 > /home/me/src/lib/app.py",
                "echo 1 >> '/home/me/src/lib/app.py'",
                "cat x >/home/me/src/lib/app.py",
                "rm -f /home/me/src/lib/app.py",
                "sed -i s/a/b/ /home/me/src/lib/app.py",
                "cp a.py /home/me/src/lib/app.py && ls",
                "cd /home/me/src && python3 fix.py lib/app.py",
                "cd /home/me/src/lib; rm app.py",
                "FOO=1 /usr/bin/touch /home/me/src/lib/app.py",
                "git -C /home/me/src checkout -- /home/me/src/lib/app.py"
            })
    void aCommandThatNamesAFileAndDoesMoreThanReadChangedIt(String command) {
        assertThat(of(command).changed(FILE)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cat /home/me/src/lib/app.py",
                "grep -n x /home/me/src/lib/app.py | head",
                "sed -n 1,5p /home/me/src/lib/app.py",
                "diff /home/me/src/lib/app.py app.py > out",
                "rm /home/me/src/lib/app.py.bak",
                "rm /home/me/src/lib/app",
                "rm lib/app.py",
                "cd lib && rm app.py",
                "git -C /home/me/src log -- /home/me/src/lib/app.py",
                "git -C '/home/me/src' show HEAD:lib/app.py"
            })
    void aCommandThatReadsAFileOrNamesAnotherDidNot(String command) {
        assertThat(of(command).changed(FILE)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "git -C /home/me/src commit -am x",
                "git -C '/home/me/src' stash",
                "git -c user.name=x -C /home/me/src tag v1",
                "cd /home/me/src && git checkout -b x"
            })
    void gitInARepositoryChangesItUnlessItOnlyReads(String command) {
        assertThat(of(command).changed(REPOSITORY)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "git -C /home/me/src status",
                "cd /home/me/src && git log --oneline && git diff",
                "cd /home/me/src && ls",
                "git commit -am x",
                "ls /home/me/src"
            })
    void readingARepositoryDoesNotChangeIt(String command) {
        assertThat(of(command).changed(REPOSITORY)).isFalse();
    }

    @Test
    void aFileThatWasEditedByAToolIsNamedWhole() {
        AgentTraces traces = new AgentTraces(List.of("/home/me/src/lib/app.py"), List.of());

        assertThat(traces.changed(FILE)).isTrue();
        assertThat(traces.changed(REPOSITORY.resolve("app.py"))).isFalse();
        assertThat(traces.changed(REPOSITORY)).isFalse();
    }

    @Test
    void aDirectoryThatCannotBeNamesNothing() {
        assertThat(of("cd /home\0/me/src && rm lib/app.py").changed(FILE)).isFalse();
    }

    private static AgentTraces of(String command) {
        return new AgentTraces(List.of(), List.of(command));
    }
}
